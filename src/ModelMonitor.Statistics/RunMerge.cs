using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics;

/// <summary>Sorts what is already a few ascending runs by merging them.</summary>
/// <remarks>The upper levels of a sketch are fed sorted pieces, so that sorting them from scratch would waste their order.</remarks>
internal static class RunMerge
{
    private const int MaximumRuns = 8;

    /// <summary>Sorts ascending if the items are at most eight ascending runs; else leaves them as they are and returns false.</summary>
    public static bool TrySort(Span<double> items)
    {
        Span<int> ends = stackalloc int[MaximumRuns];
        int runs = 0;
        for (int i = 1; i <= items.Length; i++)
        {
            if (i == items.Length || items[i] < items[i - 1])
            {
                if (runs == MaximumRuns)
                {
                    return false;
                }

                ends[runs++] = i;
            }
        }

        if (runs > 1)
        {
            double[] scratch = ArrayPool<double>.Shared.Rent(items.Length);
            MergeRuns(items, scratch, ends[..runs]);
            ArrayPool<double>.Shared.Return(scratch);
        }

        TotalOrder.OrderZeros(items);
        return true;
    }

    private static void MergeRuns(Span<double> items, Span<double> scratch, Span<int> ends)
    {
        while (ends.Length > 1)
        {
            int merged = 0;
            int start = 0;
            for (int run = 0; run < ends.Length; run += 2)
            {
                int end = ends[Math.Min(run + 1, ends.Length - 1)];
                if (run + 1 < ends.Length)
                {
                    items[start..end].CopyTo(scratch);
                    int middle = ends[run] - start;
                    Merge(scratch[..middle], scratch[middle..(end - start)], items[start..end]);
                }

                ends[merged++] = end;
                start = end;
            }

            ends = ends[..merged];
        }
    }

    /// <summary>Merges two runs from both ends at once: two chains of steps that do not wait for each other.</summary>
    private static void Merge(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> target)
    {
        ref double a = ref MemoryMarshal.GetReference(first);
        ref double b = ref MemoryMarshal.GetReference(second);
        ref double output = ref MemoryMarshal.GetReference(target);
        int i = 0;
        int j = 0;
        int p = first.Length - 1;
        int q = second.Length - 1;
        int steps;
        while ((steps = Math.Min(p - i + 1, q - j + 1) / 2) > 0)
        {
            // Neither run can end within so many steps from each end. Which item comes next cannot be foreseen, so
            // it is no branch; and it is chosen by its bits, for of two equal zeros the signs must not change places.
            for (; steps > 0; steps--)
            {
                double x = Unsafe.Add(ref a, i);
                double y = Unsafe.Add(ref b, j);
                int takeSecond = Unsafe.BitCast<bool, byte>(y < x);
                Unsafe.Add(ref output, i + j) = Select(x, y, takeSecond);
                j += takeSecond;
                i += 1 - takeSecond;

                x = Unsafe.Add(ref a, p);
                y = Unsafe.Add(ref b, q);
                int takeFirst = Unsafe.BitCast<bool, byte>(y < x);
                Unsafe.Add(ref output, p + q + 1) = Select(y, x, takeFirst);
                p -= takeFirst;
                q -= 1 - takeFirst;
            }
        }

        for (int end = p + q + 1; i + j <= end;)
        {
            bool takeSecond = i > p || (j <= q && second[j] < first[i]);
            target[i + j] = takeSecond ? second[j++] : first[i++];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Select(double zero, double one, int choice)
    {
        long bits = BitConverter.DoubleToInt64Bits(zero);
        return BitConverter.Int64BitsToDouble(bits ^ ((bits ^ BitConverter.DoubleToInt64Bits(one)) & -(long)choice));
    }
}
