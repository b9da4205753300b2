namespace ModelMonitor.Statistics.Distances;

/// <summary>The largest difference between two distributions, as SageMaker Model Monitor measures drift.</summary>
/// <remarks>
/// For numbers the largest difference of the two cumulative distributions (the statistic of Kolmogorov and
/// Smirnov), for categories the largest difference of the two shares of a category. The formulas are those of
/// Deequ's <c>Distance</c>.
/// </remarks>
/// <param name="Simple">The difference, in [0, 1]; 0 when a side is empty, for there is nothing to compare.</param>
/// <param name="CurrentSize">How many values the current side has.</param>
/// <param name="ReferenceSize">How many values the reference has.</param>
public readonly record struct LInfinityDistance(double Simple, long CurrentSize, long ReferenceSize)
{
    /// <summary>c(α) of <see cref="Robust"/>, at which about 3 in 1,000 columns without drift have a distance above 0.</summary>
    public const double RobustCriticalValue = 1.8;

    /// <summary>
    /// <see cref="Simple"/> less what two samples of these sizes from one distribution may differ by:
    /// max(0, simple - 1.8·√((n+m) / (n·m))). Never NaN; 0 when a side is empty.
    /// </summary>
    public double Robust => Corrected(RobustCriticalValue);

    /// <summary>As <see cref="Robust"/>, with c(α) = √(-ln(α/2) / 2).</summary>
    /// <param name="alpha">The share of columns without drift that may have a distance above 0, in (0, 1).</param>
    public double RobustAt(double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 1.0);
        return Corrected(Math.Sqrt(-Math.Log(alpha / 2.0) / 2.0));
    }

    /// <summary>The largest difference of two cumulative distributions, over all values of either.</summary>
    public static LInfinityDistance Between(SortedView current, SortedView reference)
    {
        double largest = 0.0;
        if (current.TotalWeight > 0 && reference.TotalWeight > 0)
        {
            largest = Math.Max(LargestDifference(current, reference), LargestDifference(reference, current));
        }

        return new LInfinityDistance(largest, current.TotalWeight, reference.TotalWeight);
    }

    /// <summary>The largest difference of a category's shares, over all categories of either.</summary>
    public static LInfinityDistance Between(CategoryDistribution current, CategoryDistribution reference)
    {
        double largest = 0.0;
        if (current.Total > 0 && reference.Total > 0)
        {
            largest = Math.Max(LargestDifference(current, reference), LargestDifference(reference, current));
        }

        return new LInfinityDistance(largest, current.Total, reference.Total);
    }

    private static double LargestDifference(SortedView one, SortedView other)
    {
        double n = one.TotalWeight;
        double m = other.TotalWeight;
        ReadOnlySpan<double> values = one.Values;
        ReadOnlySpan<long> ranks = one.Ranks;
        double largest = 0.0;
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            while (next < other.Values.Length && other.Values[next] <= values[i])
            {
                next++;
            }

            long rank = next == 0 ? 0 : other.Ranks[next - 1];
            largest = Math.Max(largest, Math.Abs(ranks[i] / n - rank / m));
        }

        return largest;
    }

    private static double LargestDifference(CategoryDistribution one, CategoryDistribution other)
    {
        double n = one.Total;
        double m = other.Total;
        double largest = 0.0;
        for (int i = 0; i < one.Categories.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(one.Counts[i] / n - other.CountOf(one.Categories[i]) / m));
        }

        return largest;
    }

    private double Corrected(double criticalValue)
    {
        if (CurrentSize == 0 || ReferenceSize == 0)
        {
            return 0.0;
        }

        double n = CurrentSize;
        double m = ReferenceSize;
        return Math.Max(0.0, Simple - criticalValue * Math.Sqrt((n + m) / (n * m)));
    }
}
