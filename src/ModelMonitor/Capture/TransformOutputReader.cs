using System.Text.Unicode;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Reads what a batch transform wrote, with or without inference ids and the input joined in; also gzipped.</summary>
/// <remarks>Counts and reports as <see cref="CaptureReader"/> does. Reusable over many objects; not for use by several threads at once.</remarks>
public sealed class TransformOutputReader
{
    private readonly TransformFormat _format;
    private readonly ReadingReport _report;
    private readonly LineReader _lines = new();
    private readonly TransformRowReader _reader;

    /// <summary>Creates a reader.</summary>
    /// <param name="layout">How payloads become rows. CSV rows stay as they are written: the side that comes first is heeded for JSON only.</param>
    /// <param name="format">What the transform wrote.</param>
    /// <param name="window">The rows wanted, by inference time; null for all.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts them, and what could not be read.</param>
    public TransformOutputReader(CaptureLayout layout, TransformFormat format, TimeWindow? window, IRowSink sink, ReadingReport report)
    {
        _format = format;
        _report = report;
        _reader = new TransformRowReader(layout, format, window, sink, report);
    }

    /// <summary>Reads an object, or the lines that begin in a range of it. All its rows have been handed to the sink afterwards.</summary>
    /// <param name="stream">Stands at the object's beginning, or at <see cref="ByteRange.ReadFrom"/>; is not closed.</param>
    /// <param name="file">The object's name in the report.</param>
    /// <param name="range">The part wanted; null for the whole. One JSON document is read whole by its first range.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    public void Read(Stream stream, string file, ByteRange? range, CancellationToken cancellationToken)
    {
        try
        {
            bool isWhole = _format == TransformFormat.Json;
            if (!isWhole || range is not { Offset: > 0 })
            {
                _lines.Open(stream, range, cancellationToken);
                while (isWhole ? _lines.TryReadAll(out ReadOnlySpan<byte> line) : _lines.TryRead(out line))
                {
                    ReadLine(line, file, isWhole ? 0 : _lines.LineNumber);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            _report.AddUnreadable(file, line: 0, $"damaged gzip: {exception.Message}");
        }
        finally
        {
            _lines.Close();
        }

        _reader.Flush();
        if (range is not null)
        {
            _report.AddLines(file, _lines.LineNumber);
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line, string file, long number)
    {
        string reason = "";
        if (_lines.IsTooLong)
        {
            reason = $"longer than {_lines.MaximumLength} bytes";
        }
        else if (!Utf8.IsValid(line))
        {
            reason = CaptureRecordReader.DescribeInvalidText(line);
        }
        else if (!line.Trim(" \t\r\n"u8).IsEmpty)
        {
            _reader.TryRead(line, file, number, out reason);
        }

        if (reason.Length > 0)
        {
            _report.AddUnreadable(file, number, reason);
        }
    }
}
