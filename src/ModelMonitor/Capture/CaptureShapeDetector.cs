using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Finds out what captured rows are made of, by the first events of an object.</summary>
public static class CaptureShapeDetector
{
    /// <summary>How many readable events are looked at.</summary>
    public const int MaximumEvents = 100;

    /// <summary>How many lines are looked at for them.</summary>
    public const int MaximumLines = 10_000;

    /// <summary>Looks at the beginning of an object.</summary>
    /// <param name="stream">Stands at the object's beginning; is not closed. May be gzip.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// The numbers of fields without names that most rows have (of equally many the ones met first) and all
    /// names; null when there is no readable event.
    /// </returns>
    public static CaptureShape? Detect(Stream stream, CancellationToken cancellationToken)
    {
        Survey survey = new();
        LineReader lines = new();
        try
        {
            lines.Open(stream, range: null, cancellationToken);
            while (survey.Events < MaximumEvents && lines.LineNumber < MaximumLines && lines.TryRead(out ReadOnlySpan<byte> line))
            {
                survey.Add(line);
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage has been looked at; the reader proper reports it.
        }
        finally
        {
            lines.Close();
        }

        return survey.Conclude();
    }

    private sealed class Survey
    {
        private readonly ColumnSet _outputColumns = new();
        private readonly ColumnSet _inputColumns = new();
        private readonly CaptureRecordReader _records = new();
        private readonly CaptureEventReader _events;
        private readonly List<(int Output, int Input, int Rows)> _widths = [];

        public Survey() => _events = new CaptureEventReader(_inputColumns, _outputColumns);

        public int Events { get; private set; }

        public void Add(ReadOnlySpan<byte> line)
        {
            if (!_records.TryRead(line, out CaptureRecord record, out _) || !_events.TryRead(line, record, out EventRows rows, out _))
            {
                return;
            }

            Events++;
            for (int row = 0; row < rows.Count; row++)
            {
                NameColumns(rows.Output(row));
                NameColumns(rows.Input(row));
                Count(rows.Output(row).PositionalCount, rows.Input(row).PositionalCount);
            }
        }

        public CaptureShape? Conclude()
        {
            if (Events == 0)
            {
                return null;
            }

            (int output, int input, _) = _widths.MaxBy(width => width.Rows);
            return new CaptureShape(output, input, [.. _outputColumns.Names], [.. _inputColumns.Names]);
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
}
