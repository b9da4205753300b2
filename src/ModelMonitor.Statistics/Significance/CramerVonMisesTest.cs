using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>The two-sample test of Cramér and von Mises: whether two columns of numbers have one distribution.</summary>
/// <remarks>
/// The statistic is Anderson's T with midranks (Annals of Mathematical Statistics 33, 1962; Conover 1971), as
/// <c>scipy.stats.cramervonmises_2samp</c>. The p-value is exact up to <see cref="LargestExactSize"/> numbers
/// together, that of all ways to part them where some are tied, for which SciPy's, of no ties, is too small; beyond, the limit at the statistic
/// standardized by its exact mean and variance without ties, as SciPy's. Columns of one and the same number show nothing: statistic 0, p-value 1. The
/// effect is the root mean square difference of the cumulative distributions, from below and from above each number; without ties that is
/// √(T·(n+m) / (n·m)). The bound, with ε the sum of the rank errors, is n·m/(n+m)·(2·effect·ε + ε² + 4·D·ε): the difference of the
/// distributions is off by ε, and so is the distribution that it is averaged over. A side without numbers is not compared.
/// </remarks>
public static class CramerVonMisesTest
{
    /// <summary>The most numbers of both sides together with an exact p-value.</summary>
    public const long LargestExactSize = 20;

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(SortedView current, SortedView reference)
    {
        if (DriftMeasurement.OfEmpty(current.TotalWeight, reference.TotalWeight, "numbers") is { } nothing)
        {
            return nothing;
        }

        if (current.Values.Length == 1 && reference.Values.Length == 1 && current.Values[0] == reference.Values[0])
        {
            return DriftMeasurement.OfTest(statistic: 0.0, pValue: 1.0, effect: 0.0, bound: 0.0, isExact: false);
        }

        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double product = n * m;
        double total = n + m;
        double statistic = SquaredRankDifferences(current, reference) / (product * total) - (4.0 * product - 1.0) / (6.0 * total);
        bool isSmall = total <= LargestExactSize;
        double pValue = isSmall
            ? CramerVonMisesExact.PValue(current, reference)
            : CramerVonMisesLimit.UpperTail(Standardized(statistic, n, m));
        double effect = Effect(current, reference);
        return DriftMeasurement.OfTest(statistic, pValue, effect, Bound(current, reference, effect), isSmall);
    }

    private static double Effect(SortedView current, SortedView reference)
    {
        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double sum = 0.0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            double tied = (double)(pooled.Current - pooled.CurrentBelow) + (pooled.Reference - pooled.ReferenceBelow);
            double below = pooled.CurrentBelow / n - pooled.ReferenceBelow / m;
            double upTo = pooled.Current / n - pooled.Reference / m;
            sum += tied / (n + m) * (below * below + upTo * upTo) / 2.0;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>n·Σ (rank of the i-th current number in both - i)², and the same of the reference.</summary>
    private static double SquaredRankDifferences(SortedView current, SortedView reference)
    {
        double ofCurrent = 0.0;
        double ofReference = 0.0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            double inCurrent = pooled.Current - pooled.CurrentBelow;
            double inReference = pooled.Reference - pooled.ReferenceBelow;
            ofCurrent += OfTied(inCurrent, pooled.ReferenceBelow + inReference / 2.0);
            ofReference += OfTied(inReference, pooled.CurrentBelow + inCurrent / 2.0);
        }

        return current.TotalWeight * ofCurrent + reference.TotalWeight * ofReference;
    }

    /// <summary>Of numbers that are equal: they share a rank, above their own by the numbers of the other side below them, on average.</summary>
    private static double OfTied(double count, double othersBelow) =>
        count * othersBelow * othersBelow + (count * count - 1.0) * count / 12.0;

    /// <summary>Brought to the mean and variance of the limit (equations 11, 14 and 15 of Anderson 1962).</summary>
    private static double Standardized(double statistic, double n, double m)
    {
        double product = n * m;
        double total = n + m;
        double mean = (1.0 + 1.0 / total) / 6.0;
        double variance = (total + 1.0) * (4.0 * product * total - 3.0 * (n * n + m * m) - 2.0 * product)
            / (45.0 * total * total * 4.0 * product);
        return 1.0 / 6.0 + (statistic - mean) / Math.Sqrt(45.0 * variance);
    }

    private static double Bound(SortedView current, SortedView reference, double effect)
    {
        double error = current.NormalizedRankError + reference.NormalizedRankError;
        if (error == 0.0)
        {
            return 0.0;
        }

        double largest = LInfinityDistance.Between(current, reference).Simple;
        double size = 1.0 / (1.0 / current.TotalWeight + 1.0 / reference.TotalWeight);
        return size * error * (2.0 * effect + error + 4.0 * largest);
    }
}
