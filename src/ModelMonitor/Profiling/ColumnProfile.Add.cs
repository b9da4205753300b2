using ModelMonitor.Statistics;

namespace ModelMonitor.Profiling;

public sealed partial class ColumnProfile
{
    /// <summary>What the parser said of each category, by its index: cells of few distinct texts are parsed once.</summary>
    private readonly List<ParsedCell> _parsed = [];

    /// <summary>
    /// Takes a column of a batch into all states but the numeric ones, and gives the numbers for those:
    /// <see cref="DatasetProfile"/> adds several columns to them at once.
    /// </summary>
    /// <param name="batch">The rows.</param>
    /// <param name="column">The column's index in the batch.</param>
    /// <param name="numbers">Gets the finite numbers in row order; at least <see cref="RowBatch.Capacity"/> long.</param>
    /// <returns>How many numbers there are.</returns>
    internal int AddCells(RowBatch batch, int column, Span<double> numbers)
    {
        ReadOnlySpan<int> starts = batch.Starts(column);
        ReadOnlySpan<int> lengths = batch.Lengths(column);
        ReadOnlySpan<byte> text = batch.Text;
        int missing = 0;
        int count = 0;
        CellType runType = default;
        int runLength = 0;
        for (int row = 0; row < lengths.Length; row++)
        {
            if (lengths[row] < 0)
            {
                missing++;
                continue;
            }

            ReadOnlySpan<byte> cell = text.Slice(starts[row], lengths[row]);
            ulong head = CellHead.OfSlice(text, starts[row], lengths[row]);
            CellType type;
            double value;
            if (Categories.IsOverflowed)
            {
                type = CellParser.Parse(cell, head, out value);
                Distinct.Add(cell);
            }
            else
            {
                type = AddCategory(cell, head, out value);
            }

            if (type != runType)
            {
                Types.Add(runType, runLength);
                runType = type;
                runLength = 0;
            }

            runLength++;
            if (type >= CellType.Integral)
            {
                if (double.IsFinite(value))
                {
                    numbers[count++] = value;
                }
                else
                {
                    batch.MarkUnusable(row, column);
                }
            }
        }

        Types.Add(runType, runLength);
        Completeness.Add(lengths.Length - missing, missing);
        return count;
    }

    /// <summary>Counts rows that came without this column.</summary>
    internal void AddMissing(long rows) => Completeness.Add(present: 0, missing: rows);

    /// <summary>Counts a cell as a category and says what it is; a text met before is neither parsed nor hashed again.</summary>
    private CellType AddCategory(ReadOnlySpan<byte> cell, ulong head, out double value)
    {
        int index = Categories.Find(cell, head);
        if ((uint)index < (uint)_parsed.Count)
        {
            Categories.Increment(index);
            value = _parsed[index].Value;
            return _parsed[index].Type;
        }

        CellType type = CellParser.Parse(cell, head, out value);
        Distinct.Add(cell);
        index = Categories.Add(cell);
        if (index == _parsed.Count)
        {
            _parsed.Add(new ParsedCell(type, value));
        }
        else if (index < 0)
        {
            _parsed.Clear();
            _parsed.Capacity = 0;
        }

        return type;
    }

    private readonly record struct ParsedCell(CellType Type, double Value);
}
