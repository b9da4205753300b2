using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>The two-sample, two-sided test of Kolmogorov and Smirnov: whether two columns of numbers have one distribution.</summary>
/// <remarks>
/// The statistic and the effect are D, the largest difference of the cumulative distributions, in [0, 1]. The p-value is exact up to
/// <see cref="LargestExactProduct"/> pairs; beyond, that of one sample of round(n·m / (n + m)) numbers, as
/// <c>scipy.stats.ks_2samp</c> with <c>method="asymp"</c>. Ties are not taken into account, as in SciPy, so that columns of few
/// values have a p-value too large. The bound is the sum of both rank errors, for both distributions are off by
/// no more. A side without numbers is not compared.
/// </remarks>
public static class KolmogorovSmirnovTest
{
    /// <summary>The largest product of the two sizes with an exact p-value; it takes as many steps.</summary>
    public const long LargestExactProduct = 100_000;

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(SortedView current, SortedView reference)
    {
        long n = current.TotalWeight;
        long m = reference.TotalWeight;
        if (DriftMeasurement.OfEmpty(n, m, "numbers") is { } nothing)
        {
            return nothing;
        }

        double distance = LInfinityDistance.Between(current, reference).Simple;
        double bound = current.NormalizedRankError + reference.NormalizedRankError;
        bool isSmall = n <= LargestExactProduct / m;
        double pValue = isSmall
            ? KolmogorovSmirnovExact.UpperTail(distance, (int)n, (int)m)
            : KolmogorovDistribution.UpperTail(distance, Math.Max(1.0, Math.Round(1.0 / (1.0 / n + 1.0 / m))));
        return DriftMeasurement.OfTest(distance, pValue, distance, bound, isSmall);
    }
}
