using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>The values of a column, numbered from 1 as they appear; given up beyond <see cref="MaximumValues"/>, for they come from traffic.</summary>
internal sealed class ValueIndex
{
    /// <summary>The most values that are told apart.</summary>
    public const int MaximumValues = 100;

    private CategoryCountsState _values = new();

    /// <summary>Whether there were too many values, so that none is kept.</summary>
    public bool IsOverflowed { get; private set; }

    /// <summary>How many values there are; 0 once <see cref="IsOverflowed"/>.</summary>
    public int Count => _values.Count;

    /// <summary>Cells that are there.</summary>
    public long Present { get; private set; }

    /// <summary>The UTF-8 text of a value, by its number less 1.</summary>
    public ReadOnlySpan<byte> GetText(int index) => _values.GetText(index);

    /// <summary>The numbers of the cells of a column; 0 for missing ones, and for all once <see cref="IsOverflowed"/>.</summary>
    public void Number(RowBatch batch, int column, Span<byte> numbers)
    {
        if (column < 0 || column >= batch.ColumnCount)
        {
            numbers[..batch.RowCount].Clear();
            return;
        }

        ReadOnlySpan<byte> text = batch.Text;
        ReadOnlySpan<int> starts = batch.Starts(column);
        ReadOnlySpan<int> lengths = batch.Lengths(column);
        for (int row = 0; row < starts.Length; row++)
        {
            int length = lengths[row];
            numbers[row] = 0;
            if (length < 0)
            {
                continue;
            }

            Present++;
            ReadOnlySpan<byte> cell = text.Slice(starts[row], length);
            int index = IsOverflowed ? -1 : _values.Find(cell, CellHead.OfSlice(text, starts[row], length));
            numbers[row] = index >= 0 ? (byte)(index + 1) : Add(cell);
        }
    }

    /// <summary>Takes in another's values.</summary>
    /// <returns>The number here of each number there, from 0 on.</returns>
    public byte[] MergeFrom(ValueIndex other)
    {
        Present += other.Present;
        byte[] numbers = new byte[other.Count + 1];
        if (other.IsOverflowed)
        {
            Overflow();
        }

        for (int i = 0; i < other.Count && !IsOverflowed; i++)
        {
            int index = _values.Find(other.GetText(i));
            numbers[i + 1] = index >= 0 ? (byte)(index + 1) : Add(other.GetText(i));
        }

        return numbers;
    }

    /// <summary>The indexes of the values, ordered by their bytes.</summary>
    public int[] Sorted()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, (one, other) => GetText(one).SequenceCompareTo(GetText(other)));
        return order;
    }

    /// <summary>Writes the values, ordered by their bytes.</summary>
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteFlag(IsOverflowed);
        writer.WriteInt64(Present);
        writer.WriteInt32(Count);
        foreach (int index in Sorted())
        {
            writer.WriteBytes(GetText(index));
        }
    }

    public static ValueIndex ReadFrom(ref StateReader reader)
    {
        ValueIndex values = new();
        bool isOverflowed = reader.ReadFlag();
        long present = reader.ReadCount();
        int count = reader.ReadLength(sizeof(int));
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> value = reader.ReadBytes();
            if (isOverflowed || values._values.Find(value) >= 0 || values.Add(value) == 0
                || (i > 0 && values.GetText(i - 1).SequenceCompareTo(value) >= 0))
            {
                throw new CorruptStateException("A column's values are stored twice, out of order, or are too many.");
            }
        }

        values.Present = present;
        values.IsOverflowed = isOverflowed;
        return values;
    }

    private byte Add(ReadOnlySpan<byte> value)
    {
        if (IsOverflowed || _values.Count == MaximumValues || _values.Add(value) < 0)
        {
            Overflow();
            return 0;
        }

        return (byte)_values.Count;
    }

    private void Overflow()
    {
        IsOverflowed = true;
        _values = new CategoryCountsState();
    }
}
