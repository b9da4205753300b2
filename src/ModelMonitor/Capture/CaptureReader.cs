using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Reads what an endpoint captured: JSON Lines, also gzipped, one event of one or more rows a line.</summary>
/// <remarks>
/// Whatever a line holds, it is read, left to another window, or counted as unreadable with the reason; blank
/// lines are passed over. Reusable over many objects; not for use by several threads at once.
/// </remarks>
public sealed class CaptureReader
{
    private readonly EventWindow _window;
    private readonly ReadingReport _report;
    private readonly LineReader _lines;
    private readonly CaptureRecordReader _records = new();
    private readonly CaptureEventReader _events;
    private readonly EventRowWriter _rows;
    private readonly RecordPreprocessor? _preprocessor;
    private readonly bool _keepsEvents;

    /// <summary>Creates a reader.</summary>
    /// <param name="layout">How payloads become rows.</param>
    /// <param name="window">The events wanted, by <c>inferenceTime</c>; null for all.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts them, and what could not be read.</param>
    /// <param name="preprocessor">Turns the records into rows; null where their payloads are the rows.</param>
    public CaptureReader(CaptureLayout layout, TimeWindow? window, IRowSink sink, ReadingReport report, RecordPreprocessor? preprocessor = null)
        : this(layout, window, sink, report, new LineReader(), preprocessor)
    {
    }

    internal CaptureReader(
        CaptureLayout layout, TimeWindow? window, IRowSink sink, ReadingReport report, LineReader lines, RecordPreprocessor? preprocessor = null)
    {
        _preprocessor = preprocessor;
        _keepsEvents = layout.KeepsEvents;
        _window = new EventWindow(window, report);
        _report = report;
        _lines = lines;
        _events = new CaptureEventReader(layout.Columns, layout.Columns);
        _rows = new EventRowWriter(layout, sink, report);
    }

    /// <summary>Reads an object, or the lines that begin in a range of it. All its rows have been handed to the sink afterwards.</summary>
    /// <param name="stream">Stands at the object's beginning, or at <see cref="ByteRange.ReadFrom"/>; is not closed.</param>
    /// <param name="file">The object's name in the report.</param>
    /// <param name="range">The part wanted; null for the whole. A gzipped object is read whole by its first range.</param>
    /// <param name="cancellationToken">Stops the reading between two blocks.</param>
    public void Read(Stream stream, string file, ByteRange? range, CancellationToken cancellationToken)
    {
        try
        {
            _lines.Open(stream, range, cancellationToken);
            while (_lines.TryRead(out ReadOnlySpan<byte> line))
            {
                ReadLine(line, file);
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
        _preprocessor?.Flush();
        if (range is not null)
        {
            _report.AddLines(file, _lines.LineNumber);
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line, string file)
    {
        if (_lines.IsTooLong)
        {
            _report.AddUnreadable(file, _lines.LineNumber, $"the line is longer than {_lines.MaximumLength} bytes");
            return;
        }

        if (line.IsEmpty || line.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        if (!TryReadEvent(line, file, out string reason))
        {
            _report.AddUnreadable(file, _lines.LineNumber, reason);
        }
    }

    private bool TryReadEvent(ReadOnlySpan<byte> line, string file, out string reason)
    {
        if (!_records.TryRead(line, out CaptureRecord record, out reason)
            || !TryTestWindow(line, record.InferenceTime, out bool isWanted, out reason))
        {
            return false;
        }

        UInt128 eventId = _keepsEvents && isWanted ? EventIdHash.Of(line, record) : default;
        if (_preprocessor is not null && isWanted)
        {
            return _preprocessor.TryWrite(line, file, _lines.LineNumber, out reason, eventId);
        }

        bool isRead = _events.TryRead(line, record, out EventRows rows, out reason);
        if (!isWanted)
        {
            // Faults of an event of another window are that run's to report.
            _report.AddRowsOutsideWindow(isRead ? rows.Count : 1);
            return true;
        }

        if (isRead)
        {
            _rows.Write(rows, file, _lines.LineNumber, eventId);
        }

        return isRead;
    }

    private bool TryTestWindow(ReadOnlySpan<byte> line, JsonSlice time, out bool isInside, out string reason) =>
        _window.TryTest(time.Of(line), time.IsEscaped, "eventMetadata.inferenceTime", out isInside, out reason);
}
