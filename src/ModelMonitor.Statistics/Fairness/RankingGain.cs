namespace ModelMonitor.Statistics.Fairness;

/// <summary>How much of a ranking of features is left: Clarify's normalised discounted cumulative gain.</summary>
public static class RankingGain
{
    /// <summary>
    /// The gain of the live order by the baseline's attributions, divided by that of the baseline's own order: 1 for the same order,
    /// 0 at least. Features of equal live attribution have each other's mean gain.
    /// </summary>
    /// <param name="baseline">The baseline's attributions, not negative.</param>
    /// <param name="live">The live attributions of the same features.</param>
    /// <returns>The gain; null when no feature of the baseline has an attribution above 0.</returns>
    public static double? Normalised(ReadOnlySpan<double> baseline, ReadOnlySpan<double> live)
    {
        double[] ideal = baseline.ToArray();
        Array.Sort(ideal);
        Array.Reverse(ideal);
        int[] order = [.. Enumerable.Range(0, live.Length)];
        double[] keys = live.ToArray();
        Array.Sort(keys, order);
        Array.Reverse(keys);
        Array.Reverse(order);
        double best = 0.0;
        double gain = 0.0;
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            double sum = baseline[order[start]];
            double weights = 1.0 / Math.Log2(start + 2.0);
            while (end < order.Length && keys[end] == keys[start])
            {
                sum += baseline[order[end]];
                weights += 1.0 / Math.Log2(end + 2.0);
                end++;
            }

            gain += sum / (end - start) * weights;
            start = end;
        }

        for (int i = 0; i < ideal.Length; i++)
        {
            best += ideal[i] / Math.Log2(i + 2.0);
        }

        return best > 0.0 ? Math.Min(1.0, gain / best) : null; // Rounding can go a digit beyond 1.
    }
}
