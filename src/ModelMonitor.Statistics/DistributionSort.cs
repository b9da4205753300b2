using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics;

/// <summary>Sorts a few thousand doubles by spreading them over as many equal intervals as there are items.</summary>
/// <remarks>
/// A counting sort on ⌊(x − min) · scale⌋, which never decreases as x grows, leaves the items almost in
/// order; intervals that took many items are sorted the same way again, and one insertion pass finishes. On
/// the columns of real tables this is several times faster than comparing; on adversarial ones it falls back
/// to the runtime's sort. The order is the one of <see cref="TotalOrder"/>.
/// </remarks>
internal static class DistributionSort
{
    private const int SmallestInput = 64;
    private const int LargestInput = 1 << 15; // twice as many intervals still have 16-bit numbers
    private const int CrowdedInterval = 24;
    private const int MaximumDepth = 3;

    /// <summary>Sorts ascending; no item may be NaN.</summary>
    public static void Sort(Span<double> items)
    {
        Sort(items, depth: 0);
        TotalOrder.OrderZeros(items);
    }

    private static void Sort(Span<double> items, int depth)
    {
        if (items.IsEmpty)
        {
            return;
        }

        (double minimum, double maximum) = Extremes(items);
        if (minimum == maximum)
        {
            return;
        }

        if (items.Length < SmallestInput || items.Length > LargestInput || depth == MaximumDepth)
        {
            items.Sort();
            return;
        }

        int intervals = (int)BitOperations.RoundUpToPowerOf2((uint)items.Length);
        double scale = (intervals - 1) / (maximum - minimum);
        if (!(scale > 0.0 && scale <= double.MaxValue))
        {
            items.Sort();
            return;
        }

        double[] scattered = ArrayPool<double>.Shared.Rent(items.Length);
        ushort[] places = ArrayPool<ushort>.Shared.Rent(items.Length + intervals);
        try
        {
            Span<ushort> ends = places.AsSpan(items.Length, intervals);
            bool crowded = Scatter(items, scattered, places, ends, minimum, scale);
            scattered.AsSpan(0, items.Length).CopyTo(items);
            if (crowded)
            {
                SortCrowded(items, ends, depth);
            }

            InsertionSort(items);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scattered);
            ArrayPool<ushort>.Shared.Return(places);
        }
    }

    /// <summary>Counting sort by interval; afterwards <paramref name="ends"/> holds where each interval ends. True when one is crowded.</summary>
    private static bool Scatter(
        Span<double> items, double[] scattered, ushort[] places, Span<ushort> ends, double minimum, double scale)
    {
        ends.Clear();
        ref double item = ref MemoryMarshal.GetReference(items);
        ref ushort place = ref MemoryMarshal.GetArrayDataReference(places);
        ref ushort end = ref MemoryMarshal.GetReference(ends);
        for (int i = 0; i < items.Length; i++)
        {
            int interval = double.ConvertToIntegerNative<int>((Unsafe.Add(ref item, i) - minimum) * scale);
            Unsafe.Add(ref place, i) = (ushort)interval;
            Unsafe.Add(ref end, interval)++;
        }

        int sum = 0;
        int largest = 0;
        for (int k = 0; k < ends.Length; k++)
        {
            int count = Unsafe.Add(ref end, k);
            largest = Math.Max(largest, count);
            Unsafe.Add(ref end, k) = (ushort)sum;
            sum += count;
        }

        ref double target = ref MemoryMarshal.GetArrayDataReference(scattered);
        for (int i = 0; i < items.Length; i++)
        {
            int interval = Unsafe.Add(ref place, i);
            Unsafe.Add(ref target, Unsafe.Add(ref end, interval)++) = Unsafe.Add(ref item, i);
        }

        return largest > CrowdedInterval;
    }

    private static void SortCrowded(Span<double> items, ReadOnlySpan<ushort> ends, int depth)
    {
        int start = 0;
        foreach (ushort end in ends)
        {
            if (end - start > CrowdedInterval)
            {
                Sort(items[start..end], depth + 1);
            }

            start = end;
        }
    }

    private static void InsertionSort(Span<double> items)
    {
        ref double start = ref MemoryMarshal.GetReference(items);
        for (int i = 1; i < items.Length; i++)
        {
            double item = Unsafe.Add(ref start, i);
            int j = i;
            while (j > 0 && Unsafe.Add(ref start, j - 1) > item)
            {
                Unsafe.Add(ref start, j) = Unsafe.Add(ref start, j - 1);
                j--;
            }

            Unsafe.Add(ref start, j) = item;
        }
    }

    private static (double Minimum, double Maximum) Extremes(ReadOnlySpan<double> items)
    {
        double minimum = items[0];
        double maximum = items[0];
        int i = 0;
        if (items.Length >= Vector<double>.Count)
        {
            Vector<double> low = new(items);
            Vector<double> high = low;
            for (; i <= items.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                Vector<double> next = new(items[i..]);
                low = Vector.ConditionalSelect(Vector.LessThan(next, low), next, low);
                high = Vector.ConditionalSelect(Vector.GreaterThan(next, high), next, high);
            }

            for (int lane = 0; lane < Vector<double>.Count; lane++)
            {
                minimum = low[lane] < minimum ? low[lane] : minimum;
                maximum = high[lane] > maximum ? high[lane] : maximum;
            }
        }

        for (; i < items.Length; i++)
        {
            minimum = items[i] < minimum ? items[i] : minimum;
            maximum = items[i] > maximum ? items[i] : maximum;
        }

        return (minimum, maximum);
    }
}
