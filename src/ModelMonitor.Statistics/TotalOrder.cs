namespace ModelMonitor.Statistics;

/// <summary>The order of Java's <c>Double.compare</c>: negative zero before zero.</summary>
internal static class TotalOrder
{
    /// <summary>Puts the negative zeros of a sorted span, which compare equal to zeros, before the others.</summary>
    public static void OrderZeros(Span<double> sorted)
    {
        int first = sorted.BinarySearch(0.0);
        if (first < 0)
        {
            return;
        }

        int start = first;
        while (start > 0 && sorted[start - 1] == 0.0)
        {
            start--;
        }

        int end = first + 1;
        while (end < sorted.Length && sorted[end] == 0.0)
        {
            end++;
        }

        int negatives = 0;
        foreach (double zero in sorted[start..end])
        {
            negatives += double.IsNegative(zero) ? 1 : 0;
        }

        if (negatives > 0)
        {
            sorted.Slice(start, negatives).Fill(-0.0);
            sorted[(start + negatives)..end].Clear();
        }
    }
}
