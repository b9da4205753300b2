using System.Numerics;
using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>The keys of predictions, each with a slot for its label.</summary>
internal sealed class LabelTable : ILabelSink
{
    private const int ShortLength = 7;
    private const int ChunkBits = 20;
    private const int PositionBits = 52;
    private const ulong LongMark = 1UL << 63;

    private readonly List<byte[]> _texts = [];
    private Slot[] _slots = new Slot[1024];
    private int[] _heads = NewHeads(2048);
    private int _textLength;

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Labels that were of a key.</summary>
    public long Matched { get; private set; }

    /// <summary>Labels that took the place of an earlier one.</summary>
    public long Duplicates { get; private set; }

    /// <summary>The slot of a key, which is added when new.</summary>
    public int GetOrAdd(EventKey key)
    {
        int slot = Find(key);
        if (slot >= 0)
        {
            return slot;
        }

        if (Count == _slots.Length)
        {
            Grow();
        }

        _slots[Count] = new Slot { Id = key.Id, Record = key.Record };
        Link(Count);
        return Count++;
    }

    /// <summary>The key of a slot.</summary>
    public EventKey Key(int slot) => new(_slots[slot].Id, _slots[slot].Record);

    /// <summary>The label of a slot; empty when it has none.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="room">At least 8 bytes that may hold it.</param>
    public ReadOnlySpan<byte> Label(int slot, Span<byte> room)
    {
        ulong label = _slots[slot].Label;
        if ((label & LongMark) != 0)
        {
            ulong position = label & ((1UL << PositionBits) - 1);
            int length = (int)((label ^ LongMark) >> PositionBits);
            return _texts[(int)(position >> ChunkBits)].AsSpan((int)(position & ((1 << ChunkBits) - 1)), length);
        }

        int shortLength = (int)(label >> 56);
        for (int i = 0; i < shortLength; i++)
        {
            room[i] = (byte)(label >> (8 * i));
        }

        return room[..shortLength];
    }

    /// <summary>Whether a slot has a label.</summary>
    public bool IsLabelled(int slot) => _slots[slot].Label != 0;

    /// <summary>Gives a key its label; of several the last counts, and those of unknown keys are passed over.</summary>
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        int slot = Find(key);
        if (slot < 0)
        {
            return;
        }

        Matched++;
        ref ulong present = ref _slots[slot].Label;
        Duplicates += present == 0 ? 0 : 1;
        present = label.Length <= ShortLength ? Pack(label) : Store(label, present);
    }

    private static ulong Pack(ReadOnlySpan<byte> label)
    {
        ulong packed = (ulong)label.Length << 56;
        for (int i = 0; i < label.Length; i++)
        {
            packed |= (ulong)label[i] << (8 * i);
        }

        return packed;
    }

    /// <summary>Keeps a label's text, in the room of the one before if that is large enough: many corrections take no more memory.</summary>
    private ulong Store(ReadOnlySpan<byte> label, ulong before)
    {
        ulong position = before & ((1UL << PositionBits) - 1);
        if ((before & LongMark) == 0 || (int)((before ^ LongMark) >> PositionBits) < label.Length)
        {
            if (_texts.Count == 0 || _textLength + label.Length > 1 << ChunkBits)
            {
                _texts.Add(GC.AllocateUninitializedArray<byte>(1 << ChunkBits));
                _textLength = 0;
            }

            position = ((ulong)(_texts.Count - 1) << ChunkBits) | (uint)_textLength;
            _textLength += label.Length;
        }

        label.CopyTo(_texts[(int)(position >> ChunkBits)].AsSpan((int)(position & ((1 << ChunkBits) - 1))));
        return LongMark | ((ulong)label.Length << PositionBits) | position;
    }

    private int Find(EventKey key)
    {
        int number = _heads[HeadOf(key)];
        while (number >= 0)
        {
            ref readonly Slot slot = ref _slots[number];
            if (slot.Id == key.Id && slot.Record == key.Record)
            {
                break;
            }

            number = slot.Next;
        }

        return number;
    }

    private void Link(int slot)
    {
        ref int head = ref _heads[HeadOf(Key(slot))];
        _slots[slot].Next = head;
        head = slot;
    }

    private int HeadOf(EventKey key) =>
        (int)(((ulong)key.Id + (ulong)key.Record * 0x9E3779B97F4A7C15) & (ulong)(_heads.Length - 1));

    private void Grow()
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Count + 1);
        Array.Resize(ref _slots, size);
        _heads = NewHeads(2 * size);
        for (int slot = 0; slot < Count; slot++)
        {
            Link(slot);
        }
    }

    private static int[] NewHeads(int size)
    {
        int[] heads = GC.AllocateUninitializedArray<int>(size);
        heads.AsSpan().Fill(-1);
        return heads;
    }

    /// <summary>A key and its label: up to seven bytes behind their number in the highest byte, or where in the texts it is.</summary>
    private struct Slot
    {
        public UInt128 Id;
        public ulong Label;
        public int Record;
        public int Next;
    }
}
