using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Gathers from some events what their rows are made of.</summary>
internal sealed class ShapeSurvey
{
    private readonly List<(int Output, int Input, int Rows)> _widths = [];

    /// <summary>The columns that the reader of the events gives the output's named fields.</summary>
    public ColumnSet OutputColumns { get; } = new();

    /// <summary>The columns that the reader of the events gives the input's named fields.</summary>
    public ColumnSet InputColumns { get; } = new();

    /// <summary>How many events have been added.</summary>
    public int Events { get; private set; }

    /// <summary>Takes in an event.</summary>
    public void Add(in EventRows rows)
    {
        Events++;
        for (int row = 0; row < rows.Count; row++)
        {
            NameColumns(rows.Output(row));
            NameColumns(rows.Input(row));
            int output = rows.Output(row).PositionalCount;
            int input = rows.Input(row).PositionalCount;
            if (output + input <= ColumnSet.MaximumColumns)
            {
                Count(output, input);
            }
        }
    }

    /// <summary>
    /// The numbers of fields without names that most rows have (of equally many the ones met first) and all
    /// names; null when there was no event, or none of so few fields as there can be columns.
    /// </summary>
    public CaptureShape? Conclude()
    {
        if (_widths.Count == 0)
        {
            return null;
        }

        (int output, int input, _) = _widths.MaxBy(width => width.Rows);
        return new CaptureShape(output, input, [.. OutputColumns.Names], [.. InputColumns.Names]);
    }

    private static void NameColumns(Record record)
    {
        for (int cell = record.FirstCell; cell < record.FirstCell + record.CellCount; cell++)
        {
            if (!record.Buffer!.IsPositional(cell))
            {
                record.Buffer.ResolveColumn(cell);
            }
        }
    }

    private void Count(int output, int input)
    {
        int index = _widths.FindIndex(width => width.Output == output && width.Input == input);
        if (index < 0)
        {
            _widths.Add((output, input, 1));
        }
        else
        {
            _widths[index] = (output, input, _widths[index].Rows + 1);
        }
    }
}
