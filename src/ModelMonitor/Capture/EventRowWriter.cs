using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Writes the rows of events with their two sides in the layout's order, and counts them.</summary>
/// <param name="layout">The columns, and which side comes first.</param>
/// <param name="sink">Takes the rows.</param>
/// <param name="report">Counts the rows, and those that do not fit the layout.</param>
internal sealed class EventRowWriter(CaptureLayout layout, IRowSink sink, ReadingReport report)
{
    private readonly RowWriter _writer = new(layout.Columns, layout.Positional, sink, report);
    private readonly bool _isOutputFirst = layout.OutputPosition == OutputPosition.Start;

    /// <summary>Writes the rows of an event; each that has not the layout's number of fields counts as unreadable.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="file">Where they come from, for the report.</param>
    /// <param name="line">The line they come from.</param>
    /// <param name="eventId">The hash of the event's id; the default for none.</param>
    public void Write(in EventRows rows, string file, long line, UInt128 eventId = default)
    {
        _writer.File = file;
        for (int i = 0; i < rows.Count; i++)
        {
            _writer.Event = new EventKey(eventId, i);
            Record output = rows.Output(i);
            Record input = rows.Input(i);
            if (!(_isOutputFirst ? _writer.TryWrite(output, input, line) : _writer.TryWrite(input, output, line)))
            {
                report.AddUnreadable(file, line, _writer.Misfit(output, input));
            }
        }
    }

    /// <summary>Hands what was written to the sink.</summary>
    public void Flush() => _writer.Flush();
}
