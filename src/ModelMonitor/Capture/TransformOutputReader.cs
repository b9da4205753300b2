using System.Text.Unicode;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Reads what a batch transform wrote, with or without inference ids and the input joined in; also gzipped.</summary>
/// <remarks>
/// CSV, JSON Lines and one document of JSON are told apart by the content of each object. Counts and reports as
/// <see cref="CaptureReader"/> does. Reusable over many objects; not for use by several threads at once.
/// </remarks>
public sealed class TransformOutputReader
{
    private readonly ReadingReport _report;
    private readonly LineReader _lines = new();
    private readonly TransformRowReader _rows;

    /// <summary>Creates a reader.</summary>
    /// <param name="layout">How payloads become rows. CSV rows stay as they are written: the side that comes first is heeded for JSON only.</param>
    /// <param name="window">The rows wanted, by inference time; null for all.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts them, and what could not be read.</param>
    public TransformOutputReader(CaptureLayout layout, TimeWindow? window, IRowSink sink, ReadingReport report)
    {
        _report = report;
        _rows = new TransformRowReader(layout, window, sink, report);
    }

    /// <summary>Reads an object. All its rows have been handed to the sink afterwards.</summary>
    /// <param name="stream">Stands at the object's beginning; is not closed.</param>
    /// <param name="file">The object's name in the report.</param>
    /// <param name="hour">The time of rows without an inference time; null when they are wanted whatever the window.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    public void Read(Stream stream, string file, DateTimeOffset? hour, CancellationToken cancellationToken)
    {
        try
        {
            _lines.Open(stream, range: null, cancellationToken);
            TransformFormat format = TransformFormatDetector.Detect(_lines.Peek(TransformFormatDetector.BytesNeeded));
            bool isWhole = format == TransformFormat.Json;
            while (isWhole ? _lines.TryReadAll(out ReadOnlySpan<byte> line) : _lines.TryRead(out line))
            {
                long number = isWhole ? 0 : _lines.LineNumber;
                if (!TryReadLine(line, format, hour, file, number, out string reason))
                {
                    _report.AddUnreadable(file, number, reason);
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

        _rows.Flush();
    }

    private bool TryReadLine(
        ReadOnlySpan<byte> line, TransformFormat format, DateTimeOffset? hour, string file, long number, out string reason)
    {
        if (_lines.IsTooLong)
        {
            reason = $"longer than {_lines.MaximumLength} bytes";
            return false;
        }

        if (!Utf8.IsValid(line))
        {
            reason = CaptureRecordReader.DescribeInvalidText(line);
            return false;
        }

        reason = "";
        return line.Trim(" \t\r\n"u8).IsEmpty || _rows.TryRead(line, format, hour, file, number, out reason);
    }
}
