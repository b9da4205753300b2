using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

public sealed partial class ColumnProfile
{
    /// <summary>Adds a column of a batch.</summary>
    /// <param name="batch">The rows.</param>
    /// <param name="column">The column's index in the batch.</param>
    /// <param name="numbers">Scratch of at least <see cref="RowBatch.Capacity"/> items.</param>
    /// <returns>How many cells look like numbers that no double holds.</returns>
    internal int Add(RowBatch batch, int column, Span<double> numbers)
    {
        ReadOnlySpan<int> starts = batch.Starts(column);
        ReadOnlySpan<int> lengths = batch.Lengths(column);
        ReadOnlySpan<byte> text = batch.Text;
        int missing = 0;
        int count = 0;
        int unusable = 0;
        for (int row = 0; row < lengths.Length; row++)
        {
            if (lengths[row] < 0)
            {
                missing++;
                continue;
            }

            ReadOnlySpan<byte> cell = text.Slice(starts[row], lengths[row]);
            CellType type = CellParser.Parse(cell, out double value);
            Types.Add(type);
            Distinct.Add(cell);
            Categories.Add(cell);
            if (type < CellType.Integral)
            {
                continue;
            }

            if (double.IsFinite(value))
            {
                numbers[count++] = value;
            }
            else
            {
                unusable++;
            }
        }

        Completeness.Add(lengths.Length - missing, missing);
        Moments.Add(numbers[..count]);
        Sketch.Add(numbers[..count]);
        return unusable;
    }

    /// <summary>Counts rows that came without this column.</summary>
    internal void AddMissing(long rows) => Completeness.Add(present: 0, missing: rows);
}
