using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Hands on those rows that a batch transform wrote which belong to a window, and counts the others.</summary>
internal sealed class TransformRowReader(CaptureLayout layout, TimeWindow? window, IRowSink sink, ReadingReport report)
{
    private readonly EventWindow _window = new(window, report);
    private readonly TransformEventReader _events = new(layout.Columns, layout.Columns);
    private readonly EventRowWriter _rows = new(layout, sink, report);

    /// <summary>Reads one line or document; the result is false, with a reason, when it cannot be.</summary>
    /// <param name="text">Valid UTF-8.</param>
    /// <param name="format">What it is.</param>
    /// <param name="hour">The time of rows that do not tell theirs; null when they belong to every window.</param>
    /// <param name="file">Where it comes from, for the report.</param>
    /// <param name="line">The line it comes from.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public bool TryRead(
        ReadOnlySpan<byte> text, TransformFormat format, DateTimeOffset? hour, string file, long line, out string reason)
    {
        bool isRead = _events.TryRead(
            text, format, out EventRows rows, out ReadOnlySpan<byte> time, out bool isTimeEscaped, out reason);
        bool isInside = _window.Holds(hour);
        if (!time.IsEmpty && !_window.TryTest(time, isTimeEscaped, "SageMakerInferenceTime", out isInside, out string fault))
        {
            reason = fault;
            return false;
        }

        if (!isInside)
        {
            // Faults of what belongs to another window are that run's to report.
            report.AddRowsOutsideWindow(isRead ? rows.Count : 1);
            return true;
        }

        if (isRead)
        {
            _rows.Write(rows, file, line, layout.KeepsEvents ? _events.EventId : default);
        }

        return isRead;
    }

    /// <summary>Hands what was written to the sink.</summary>
    public void Flush() => _rows.Flush();
}
