using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Decodes the payload of one side of an event into records.</summary>
/// <param name="columns">Where fields with names find their columns.</param>
internal sealed class PayloadReader(ColumnSet columns)
{
    private readonly RecordBuffer _records = new(columns);
    private readonly JsonRecordReader _json = new();
    private byte[] _unescaped = [];
    private byte[] _decoded = [];

    /// <summary>Decodes a payload as it stands in a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="data">The payload's place in it.</param>
    /// <param name="encoding">How it is encoded.</param>
    /// <param name="payload">The records, valid until the next call and while <paramref name="line"/> is.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public bool TryRead(ReadOnlySpan<byte> line, JsonSlice data, PayloadEncoding encoding, out Payload payload, out string reason)
    {
        payload = default;
        ReadOnlySpan<byte> text = data.Of(line);
        if (data.IsEscaped && !TryUnescape(ref text))
        {
            reason = "the data holds half of a surrogate pair";
            return false;
        }

        return encoding switch
        {
            PayloadEncoding.Csv => TryReadCsv(text, out payload, out reason),
            PayloadEncoding.Json => TryReadJson(text, out payload, out reason),
            _ => TryReadBase64(text, out payload, out reason),
        };
    }

    /// <summary>Decodes rows of CSV, valid UTF-8.</summary>
    public bool TryReadCsv(ReadOnlySpan<byte> csv, out Payload payload, out string reason)
    {
        _records.Clear();
        bool isRead = CsvRecordReader.TryRead(csv, _records, out ReadOnlySpan<byte> text, out reason);
        payload = new Payload(_records, text);
        return isRead;
    }

    /// <summary>Decodes JSON documents, valid UTF-8.</summary>
    public bool TryReadJson(ReadOnlySpan<byte> json, out Payload payload, out string reason)
    {
        _records.Clear();
        bool isRead = _json.TryRead(json, _records, out reason);
        payload = new Payload(_records, _records.Text);
        return isRead;
    }

    private bool TryReadBase64(ReadOnlySpan<byte> base64, out Payload payload, out string reason)
    {
        payload = default;
        Grow(ref _decoded, Base64.GetMaxDecodedFromUtf8Length(base64.Length));
        if (Base64.DecodeFromUtf8(base64, _decoded, out _, out int length) != OperationStatus.Done)
        {
            reason = $"not base64: \"{Excerpt.Of(base64)}\"";
            return false;
        }

        ReadOnlySpan<byte> text = _decoded.AsSpan(0, length);
        if (!Utf8.IsValid(text))
        {
            reason = CaptureRecordReader.DescribeInvalidText(text);
            return false;
        }

        // Which of the two it is the capture does not say; a CSV row does not begin with a brace or bracket.
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..]
            ? TryReadJson(text, out payload, out reason) : TryReadCsv(text, out payload, out reason);
    }

    private bool TryUnescape(ref ReadOnlySpan<byte> text)
    {
        Grow(ref _unescaped, text.Length);
        bool isValid = JsonText.TryUnescape(text, _unescaped, out int length);
        text = _unescaped.AsSpan(0, length);
        return isValid;
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = GC.AllocateUninitializedArray<byte>(Math.Max(length, 2 * buffer.Length));
        }
    }
}
