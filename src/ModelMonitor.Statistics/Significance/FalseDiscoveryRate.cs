namespace ModelMonitor.Statistics.Significance;

/// <summary>Corrects the p-values of many tests, so that what is called drift is drift but for a stated share.</summary>
/// <remarks>
/// An adjusted p-value is the smallest rate at which the test is among those called significant. In the order of the
/// p-values given, each in [p, 1], in the same ranking.
/// </remarks>
public static class FalseDiscoveryRate
{
    /// <summary>For tests that are independent or depend positively (Benjamini and Hochberg 1995).</summary>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues) => Adjust(pValues, factor: 1.0);

    /// <summary>For tests that depend in any way: as Benjamini and Hochberg, times Σ 1/i (Benjamini and Yekutieli 2001).</summary>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> pValues)
    {
        double factor = 0.0;
        for (int i = 1; i <= pValues.Length; i++)
        {
            factor += 1.0 / i;
        }

        return Adjust(pValues, factor);
    }

    private static double[] Adjust(ReadOnlySpan<double> pValues, double factor)
    {
        double[] sorted = pValues.ToArray();
        int[] order = new int[sorted.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (!(sorted[i] >= 0.0 && sorted[i] <= 1.0))
            {
                throw new ArgumentOutOfRangeException(nameof(pValues), sorted[i], "A p-value is a number in [0, 1].");
            }

            order[i] = i;
        }

        Array.Sort(sorted, order);
        double[] adjusted = new double[sorted.Length];
        double least = 1.0;
        for (int rank = sorted.Length; rank > 0; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * factor * sorted.Length / rank);
            adjusted[order[rank - 1]] = least;
        }

        return adjusted;
    }
}
