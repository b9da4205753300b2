using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Writes the rows of events with their two sides in the layout's order, and counts them.</summary>
/// <param name="layout">The columns, and which side comes first.</param>
/// <param name="sink">Takes the rows.</param>
/// <param name="report">Counts the rows, and those that do not fit the layout.</param>
internal sealed class EventRowWriter(CaptureLayout layout, IRowSink sink, ReadingReport report)
{
    private readonly RowWriter _writer = new(layout.Columns, layout.Positional, sink);

    /// <summary>Writes the rows of an event; each that has not the layout's number of fields counts as unreadable.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="file">Where they come from, for the report.</param>
    /// <param name="line">The line they come from.</param>
    public void Write(EventRows rows, string file, long line)
    {
        bool isOutputFirst = layout.OutputPosition == OutputPosition.Start;
        for (int i = 0; i < rows.Count; i++)
        {
            Record first = isOutputFirst ? rows.Output(i) : rows.Input(i);
            Record second = isOutputFirst ? rows.Input(i) : rows.Output(i);
            if (_writer.TryWrite(first, second))
            {
                report.AddRows(1);
            }
            else
            {
                report.AddUnreadable(file, line, _writer.Misfit(first, second));
            }
        }
    }

    /// <summary>Hands what was written to the sink.</summary>
    public void Flush() => _writer.Flush();
}
