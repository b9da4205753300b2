using MathNet.Numerics;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>The test of Anderson and Darling for two samples: whether two columns of numbers have one distribution, tails included.</summary>
/// <remarks>
/// The statistic is the standardized one of Scholz and Stephens (Journal of the American Statistical Association 82, 1987,
/// equation 7, midranks), as <c>scipy.stats.anderson_ksamp</c>; it is negative for columns more alike than usual. The
/// p-value is that of the limit distribution at the statistic brought to the limit's mean and variance: between 0.001 and 0.25,
/// where SciPy interpolates a table of that distribution, it differs from SciPy's by at most 0.004, and it goes on beyond, where SciPy's stops. The
/// effect is √(A²·(n+m) / (n·m)), the root mean square difference of the cumulative distributions with the tails weighted up.
/// Columns of one and the same number, and fewer than four numbers together, show nothing: statistic 0, p-value 1. With ε
/// the sum of the rank errors and e = ε·√(2·ln(1/ε) + 2), the bound is n·m/(n+m)·(2·effect·e + e²) over the standard deviation: an
/// estimate, for the weight is unbounded in the tails. A side without numbers is not compared.
/// </remarks>
public static class AndersonDarlingTest
{
    private static readonly double LimitStandardDeviation = Math.Sqrt(2.0 * (Math.PI * Math.PI - 9.0) / 3.0);

    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(SortedView current, SortedView reference)
    {
        if (DriftMeasurement.OfEmpty(current.TotalWeight, reference.TotalWeight, "numbers") is { } nothing)
        {
            return nothing;
        }

        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double total = n + m;
        if (total < 4.0 || IsConstant(current, reference))
        {
            return DriftMeasurement.OfTest(statistic: 0.0, pValue: 1.0, effect: 0.0, bound: 0.0, isExact: false);
        }

        double square = SumOfSquares(current, reference) * (total - 1.0) / total;
        double deviation = StandardDeviation(n, m);
        double statistic = (square - 1.0) / deviation;
        double size = n * m / total;
        double effect = Math.Sqrt(square / size);
        double error = Error(current.NormalizedRankError + reference.NormalizedRankError);
        return DriftMeasurement.OfTest(
            statistic,
            AndersonDarlingLimit.UpperTail(1.0 + statistic * LimitStandardDeviation),
            effect,
            size * error * (2.0 * effect + error) / deviation,
            isExact: false);
    }

    private static bool IsConstant(SortedView current, SortedView reference) =>
        current.Values.Length == 1 && reference.Values.Length == 1 && current.Values[0] == reference.Values[0];

    private static double Error(double rankError) => rankError == 0.0 ? 0.0 : rankError * Math.Sqrt(2.0 * Math.Max(0.0, -Math.Log(rankError)) + 2.0);

    /// <summary>The sum of Scholz and Stephens' equation 7.</summary>
    private static double SumOfSquares(SortedView current, SortedView reference)
    {
        double n = current.TotalWeight;
        double m = reference.TotalWeight;
        double total = n + m;
        double sum = 0.0;
        PooledRanks pooled = new(current, reference);
        while (pooled.MoveNext())
        {
            double inCurrent = (pooled.Current + pooled.CurrentBelow) / 2.0;
            double inReference = (pooled.Reference + pooled.ReferenceBelow) / 2.0;
            double tied = pooled.Current - pooled.CurrentBelow + pooled.Reference - pooled.ReferenceBelow;
            double below = inCurrent + inReference;

            // N·M - B·n is the same of both sides, but for the sign: M·m - M'·n.
            double difference = inCurrent * m - inReference * n;
            double spread = below * (total - below) - total * tied / 4.0;
            sum += tied / total * difference * difference * (1.0 / n + 1.0 / m) / spread;
        }

        return sum;
    }

    /// <summary>That of A² without drift, for two samples (their equation 4).</summary>
    private static double StandardDeviation(double n, double m)
    {
        const double K = 2.0;
        double total = n + m;
        double inverse = 1.0 / n + 1.0 / m;
        double h = SpecialFunctions.DiGamma(total) + Constants.EulerMascheroni;

        // Σ 1/((N-i)·j) over 1 ≤ i < j < N, which is H(N-1)² - H(N)² + H₂(N) of the harmonic numbers.
        double g = SquaredHarmonic(total) - (2.0 * h + 1.0 / total) / total;
        double a = (4.0 * g - 6.0) * (K - 1.0) + (10.0 - 6.0 * g) * inverse;
        double b = (2.0 * g - 4.0) * K * K + 8.0 * h * K + (2.0 * g - 14.0 * h - 4.0) * inverse - 8.0 * h + 4.0 * g - 6.0;
        double c = (6.0 * h + 2.0 * g - 2.0) * K * K + (4.0 * h - 4.0 * g + 6.0) * K + (2.0 * h - 6.0) * inverse + 4.0 * h;
        double d = (2.0 * h + 6.0) * K * K - 4.0 * h * K;
        return Math.Sqrt((((a * total + b) * total + c) * total + d) / ((total - 1.0) * (total - 2.0) * (total - 3.0)));
    }

    /// <summary>Σ 1/i² up to <paramref name="n"/>.</summary>
    private static double SquaredHarmonic(double n)
    {
        const double Many = 100.0;
        if (n > Many)
        {
            return Math.PI * Math.PI / 6.0 - 1.0 / n + 1.0 / (2.0 * n * n) - 1.0 / (6.0 * n * n * n);
        }

        double sum = 0.0;
        for (int i = 1; i <= n; i++)
        {
            sum += 1.0 / ((double)i * i);
        }

        return sum;
    }
}
