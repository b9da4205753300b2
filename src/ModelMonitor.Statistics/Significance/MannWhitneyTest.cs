using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Mann and Whitney's two-sided test: whether the numbers of one column tend to be larger than those of the other.</summary>
/// <remarks>
/// The statistic is U of the current side, in [0, n·m]: the pairs in which the current number is the larger one, ties for a half, as
/// <c>scipy.stats.mannwhitneyu</c>. The p-value is exact without ties for up to 8 numbers on the smaller side and
/// <see cref="LargestExactProduct"/> pairs; otherwise that of the normal limit with the corrections for ties and continuity. The
/// effect is the rank-biserial correlation |2U / (n·m) - 1|, in [0, 1]. The bound is n·m times the sum of the rank errors. Columns
/// of one and the same number have p-value 1. A side without numbers is not compared.
/// </remarks>
public static class MannWhitneyTest
{
    /// <summary>The largest product of the two sizes with an exact p-value; it takes the square of that in steps.</summary>
    public const long LargestExactProduct = 200;

    private const long LargestExactSide = 8;

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(SortedView current, SortedView reference)
    {
        if (DriftMeasurement.OfEmpty(current.TotalWeight, reference.TotalWeight, "numbers") is { } nothing)
        {
            return nothing;
        }

        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double larger = 0.0;
        double ties = 0.0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            double inCurrent = pooled.Current - pooled.CurrentBelow;
            double inReference = pooled.Reference - pooled.ReferenceBelow;
            double tied = inCurrent + inReference;
            larger += inCurrent * (pooled.ReferenceBelow + inReference / 2.0);
            ties += tied * (tied * tied - 1.0);
        }

        double most = Math.Max(larger, n * m - larger);
        bool isSmall = ties == 0.0 && Math.Min(n, m) <= LargestExactSide && n * m <= LargestExactProduct;
        double pValue = isSmall ? 2.0 * MannWhitneyExact.UpperTail((long)most, (int)n, (int)m) : Limit(most, n, m, ties);
        return DriftMeasurement.OfTest(
            larger,
            pValue,
            Math.Abs(2.0 * larger / (n * m) - 1.0),
            n * m * (current.NormalizedRankError + reference.NormalizedRankError),
            isSmall);
    }

    private static double Limit(double most, double n, double m, double ties)
    {
        double total = n + m;
        double variance = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
        double z = (most - n * m / 2.0 - 0.5) / Math.Sqrt(variance);
        return variance > 0.0 && z > 0.0 ? NormalTail.TwoSided(z) : 1.0;
    }
}
