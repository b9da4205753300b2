using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ModelMonitor.Statistics;

/// <summary>How often each value of a column occurs: exact up to a cap, given up above it.</summary>
/// <remarks>
/// A column with more than <see cref="MaximumCategories"/> distinct values, or with more than
/// <see cref="MaximumBytes"/> bytes of distinct text, keeps nothing: whether it does depends on the set of
/// values alone, so that merging in any order gives the same counts. Only the order of the values, that of
/// first appearance, depends on the order of merging.
/// </remarks>
public sealed class CategoryCountsState : IMergeableState<CategoryCountsState>
{
    /// <summary>The most distinct values kept. Well above 120, where the distribution is left out of <c>statistics.json</c>.</summary>
    public const int MaximumCategories = 256;

    /// <summary>The most bytes of distinct UTF-8 text kept.</summary>
    public const int MaximumBytes = 64 * 1024;

    private const int InitialSlots = 32;

    private Entry[] _entries = new Entry[InitialSlots / 2];
    private short[] _slots = new short[InitialSlots]; // entry number + 1; 0 is free
    private byte[] _text = [];
    private int _textLength;

    private static ReadOnlySpan<byte> Tag => "CATG"u8;

    /// <summary>True when the column has too many or too long values to be counted one by one.</summary>
    public bool IsOverflowed { get; private set; }

    /// <summary>The number of distinct values; 0 once <see cref="IsOverflowed"/>.</summary>
    public int Count { get; private set; }

    /// <inheritdoc />
    public static CategoryCountsState CreateEmpty() => new();

    /// <summary>The UTF-8 text of a value, in order of first appearance.</summary>
    public ReadOnlySpan<byte> GetText(int index) => _text.AsSpan(_entries[index].Start, _entries[index].Length);

    /// <summary>How often a value occurred.</summary>
    public long GetCount(int index) => _entries[index].Count;

    /// <summary>Counts occurrences of a value.</summary>
    /// <returns>Its index, or -1 when the state is, or has just become, overflowed.</returns>
    public int Add(ReadOnlySpan<byte> value, long count = 1)
    {
        int index = Find(value);
        if (index < 0)
        {
            index = AddNew(value);
            if (index < 0)
            {
                return -1;
            }
        }

        _entries[index].Count += count;
        return index;
    }

    /// <summary>The index of a value; -1 when it was not seen or the state is overflowed.</summary>
    public int Find(ReadOnlySpan<byte> value) => Find(value, CellHead.Of(value));

    /// <summary>The index of a value whose <see cref="CellHead"/> is known; -1 when it was not seen or the state is overflowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> value, ulong head)
    {
        short[] slots = _slots;
        for (int slot = SlotOf(head, value.Length); ; slot++)
        {
            slot &= slots.Length - 1;
            int index = slots[slot] - 1;
            if (index < 0)
            {
                return -1;
            }

            ref Entry entry = ref _entries[index];
            if (entry.Head == head && entry.Length == value.Length
                && (value.Length <= sizeof(ulong) || GetText(index).SequenceEqual(value)))
            {
                return index;
            }
        }
    }

    /// <summary>Counts one more occurrence of the value at <paramref name="index"/>.</summary>
    public void Increment(int index) => _entries[index].Count++;

    /// <inheritdoc />
    public void MergeFrom(CategoryCountsState other)
    {
        if (other.IsOverflowed)
        {
            Overflow();
        }

        for (int i = 0; i < other.Count && !IsOverflowed; i++)
        {
            Add(other.GetText(i), other.GetCount(i));
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteFlag(IsOverflowed);
        writer.WriteInt32(Count);
        for (int i = 0; i < Count; i++)
        {
            writer.WriteInt64(GetCount(i));
            writer.WriteBytes(GetText(i));
        }
    }

    /// <inheritdoc />
    public static CategoryCountsState ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        CategoryCountsState state = new();
        bool overflowed = reader.ReadFlag();
        int count = reader.ReadLength(sizeof(long) + sizeof(int));
        for (int i = 0; i < count; i++)
        {
            long occurrences = reader.ReadCount();
            ReadOnlySpan<byte> text = reader.ReadBytes();
            if (state.Find(text) >= 0 || state.Add(text, occurrences) < 0)
            {
                throw new CorruptStateException($"Category \"{Encoding.UTF8.GetString(text)}\" is stored twice, or is one too many.");
            }
        }

        if (overflowed && count > 0)
        {
            throw new CorruptStateException($"{count} categories were stored of a column that has too many to be counted.");
        }

        if (overflowed)
        {
            state.Overflow();
        }

        return state;
    }

    private int AddNew(ReadOnlySpan<byte> value)
    {
        if (IsOverflowed)
        {
            return -1;
        }

        if (Count == MaximumCategories || _textLength + value.Length > MaximumBytes)
        {
            Overflow();
            return -1;
        }

        if (2 * (Count + 1) > _slots.Length)
        {
            Grow();
        }

        if (_textLength + value.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_textLength + value.Length, 2 * _text.Length));
        }

        value.CopyTo(_text.AsSpan(_textLength));
        _entries[Count] = new Entry { Head = CellHead.Of(value), Start = _textLength, Length = value.Length };
        _textLength += value.Length;
        Place(Count);
        return Count++;
    }

    private void Overflow()
    {
        IsOverflowed = true;
        Count = 0;
        _entries = [];
        _slots = new short[1];
        _text = [];
        _textLength = 0;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _slots = new short[2 * _slots.Length];
        for (int i = 0; i < Count; i++)
        {
            Place(i);
        }
    }

    private void Place(int index)
    {
        int slot = SlotOf(_entries[index].Head, _entries[index].Length);
        while (_slots[slot & (_slots.Length - 1)] != 0)
        {
            slot++;
        }

        _slots[slot & (_slots.Length - 1)] = (short)(index + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ulong head, int length) =>
        (int)(BitOperations.RotateLeft((head ^ (uint)length) * 0x9E3779B97F4A7C15, 20) & 0x7FFF);

    private struct Entry
    {
        public ulong Head;
        public long Count;
        public int Start;
        public int Length;
    }
}
