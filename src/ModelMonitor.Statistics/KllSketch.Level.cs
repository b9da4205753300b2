using System.Buffers;

namespace ModelMonitor.Statistics;

public sealed partial class KllSketch
{
    /// <summary>The buffer of one level, and how often it was compacted.</summary>
    /// <param name="isPooled">
    /// Whether the buffer is rented. From the third level on compactions are rare: an emptied buffer goes back to the
    /// pool, for otherwise memory would grow with every level by the most that level ever held.
    /// </param>
    private sealed class Level(bool isPooled)
    {
        private double[] _items = [];

        public int Count { get; private set; }

        public int TimesCompacted { get; set; }

        /// <summary>Items there is room for.</summary>
        public int BufferLength => _items.Length;

        public ReadOnlySpan<double> Items => _items.AsSpan(0, Count);

        public void Append(ReadOnlySpan<double> values)
        {
            Reserve(Count + values.Length);
            values.CopyTo(_items.AsSpan(Count));
            Count += values.Length;
        }

        /// <summary>Sorts, appends every other item to <paramref name="next"/>, and returns how many items were dropped.</summary>
        public int CompactInto(Level next)
        {
            int pairs = Count / 2;
            Span<double> sorted = _items.AsSpan(0, 2 * pairs);
            if (!RunMerge.TrySort(sorted))
            {
                DistributionSort.Sort(sorted);
            }

            int offset = ((TimesCompacted + 1) >> 1) & 1;
            next.Reserve(next.Count + pairs);
            Span<double> output = next._items.AsSpan(next.Count, pairs);
            for (int i = 0; i < output.Length; i++)
            {
                output[i] = sorted[2 * i + offset];
            }

            next.Count += pairs;
            if (Count % 2 == 1)
            {
                _items[0] = _items[Count - 1];
            }

            Count %= 2;
            TimesCompacted++;
            return pairs;
        }

        /// <summary>Gives back the room that is not used.</summary>
        public void Trim() => Move(Count);

        private void Reserve(int capacity)
        {
            if (capacity > _items.Length)
            {
                Move(isPooled ? capacity : Math.Max(capacity, _items.Length + _items.Length / 2));
            }
        }

        private void Move(int capacity)
        {
            double[] moved = isPooled ? ArrayPool<double>.Shared.Rent(capacity) : new double[capacity];
            Items.CopyTo(moved);
            if (isPooled)
            {
                ArrayPool<double>.Shared.Return(_items);
            }

            _items = moved;
        }
    }
}
