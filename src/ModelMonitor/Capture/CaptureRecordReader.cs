using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Finds the parts of captured lines: by the pattern of the last line, or by parsing when that does not fit.</summary>
internal sealed class CaptureRecordReader
{
    private readonly CaptureLineTemplate _template = new();

    /// <summary>Reads one line, whatever it holds.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, out CaptureRecord record, out string reason)
    {
        reason = "";
        record = default;
        if (!Utf8.IsValid(line))
        {
            reason = DescribeInvalidText(line);
            return false;
        }

        if (_template.TryMatch(line, out record))
        {
            return true;
        }

        if (!CaptureLineParser.TryParse(line, out record, out reason))
        {
            return false;
        }

        _template.Learn(line, record);
        return true;
    }

    /// <summary>Says where a text stops being UTF-8.</summary>
    internal static string DescribeInvalidText(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out int length) == OperationStatus.Done)
        {
            position += length;
        }

        return JsonFault.Locate("invalid UTF-8", position, text);
    }
}
