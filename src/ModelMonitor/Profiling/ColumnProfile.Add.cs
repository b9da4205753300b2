using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

public sealed partial class ColumnProfile
{
    /// <summary>What the parser said of each category, by its index: cells of few distinct texts are parsed once.</summary>
    private ParsedCell[] _parsed = [];

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
        int row = 0;
        int missing = 0;
        int count = 0;
        int unusable = 0;
        for (; row < lengths.Length && !Categories.IsOverflowed; row++)
        {
            if (lengths[row] < 0)
            {
                missing++;
                continue;
            }

            ParsedCell parsed = Recall(text.Slice(starts[row], lengths[row]));
            Types.Add(parsed.Type);
            if (parsed.Type >= CellType.Integral)
            {
                bool usable = double.IsFinite(parsed.Value);
                numbers[count] = parsed.Value;
                count += usable ? 1 : 0;
                unusable += usable ? 0 : 1;
            }
        }

        for (; row < lengths.Length; row++)
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
            if (type >= CellType.Integral)
            {
                bool usable = double.IsFinite(value);
                numbers[count] = value;
                count += usable ? 1 : 0;
                unusable += usable ? 0 : 1;
            }
        }

        Completeness.Add(lengths.Length - missing, missing);
        Moments.Add(numbers[..count]);
        Sketch.Add(numbers[..count]);
        return unusable;
    }

    /// <summary>Counts rows that came without this column.</summary>
    internal void AddMissing(long rows) => Completeness.Add(present: 0, missing: rows);

    /// <summary>Counts a cell as a category and says what it is; a text met before is neither parsed nor hashed again.</summary>
    private ParsedCell Recall(ReadOnlySpan<byte> cell)
    {
        int index = Categories.Find(cell);
        if (index >= 0 && index < _parsed.Length)
        {
            Categories.Increment(index);
            return _parsed[index];
        }

        CellType type = CellParser.Parse(cell, out double value);
        Distinct.Add(cell);
        index = Categories.Add(cell);
        if (index == _parsed.Length)
        {
            _parsed = [.. _parsed, new ParsedCell(type, value)];
        }

        return new ParsedCell(type, value);
    }

    private readonly record struct ParsedCell(CellType Type, double Value);
}
