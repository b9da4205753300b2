namespace ModelMonitor.Statistics.Distances;

/// <summary>How many values of either side fall into each of the same bins: what divergences of shares are taken of.</summary>
/// <remarks>
/// The bins of numbers end at the reference's quantiles, so that each holds about the same share of it; the first and
/// the last are open. A value that takes up several quantiles has a bin of its own, so that a constant reference has three
/// bins: below, equal, above. The bins of categories are those of either side.
/// </remarks>
public sealed class AlignedBins
{
    /// <summary>The number of bins of numbers unless told otherwise.</summary>
    public const int DefaultCount = 10;

    private readonly long[] _current;
    private readonly long[] _reference;

    /// <summary>Creates the bins from their counts.</summary>
    /// <exception cref="ArgumentException">The sides have not equally many bins, or a count is negative.</exception>
    public AlignedBins(ReadOnlySpan<long> current, ReadOnlySpan<long> reference)
        : this(current.ToArray(), reference.ToArray(), currentError: 0.0, referenceError: 0.0)
    {
    }

    private AlignedBins(long[] current, long[] reference, double currentError, double referenceError)
    {
        if (current.Length != reference.Length || current.Any(long.IsNegative) || reference.Any(long.IsNegative))
        {
            throw new ArgumentException("Aligned bins are equally many on both sides, and none holds fewer than 0 values.");
        }

        (_current, _reference) = (current, reference);
        (CurrentTotal, ReferenceTotal) = (current.Sum(), reference.Sum());
        (CurrentError, ReferenceError) = (currentError, referenceError);
    }

    /// <summary>How many current values each bin has.</summary>
    public ReadOnlySpan<long> Current => _current;

    /// <summary>How many values of the reference each bin has.</summary>
    public ReadOnlySpan<long> Reference => _reference;

    /// <summary>The sum of <see cref="Current"/>.</summary>
    public long CurrentTotal { get; }

    /// <summary>The sum of <see cref="Reference"/>.</summary>
    public long ReferenceTotal { get; }

    /// <summary>The rank error of the current side, a share: the first and last bin are wrong by no more, the others by twice it.</summary>
    public double CurrentError { get; }

    /// <summary>The rank error of the reference, as <see cref="CurrentError"/>.</summary>
    public double ReferenceError { get; }

    /// <summary>Bins numbers by the quantiles of the reference.</summary>
    /// <param name="current">The numbers now.</param>
    /// <param name="reference">The numbers they are compared with; none makes a single bin.</param>
    /// <param name="count">The number of bins if no value takes up several, at least 2.</param>
    public static AlignedBins Of(SortedView current, SortedView reference, int count = DefaultCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        double[] ends = EndsAtQuantiles(reference, count);
        return new AlignedBins(
            Count(current, ends), Count(reference, ends), current.NormalizedRankError, reference.NormalizedRankError);
    }

    /// <summary>Puts the categories of either side beside each other.</summary>
    public static AlignedBins Of(CategoryDistribution current, CategoryDistribution reference)
    {
        List<long> ofCurrent = new(current.Categories.Length);
        List<long> ofReference = new(current.Categories.Length);
        int i = 0;
        int j = 0;
        while (i < current.Categories.Length || j < reference.Categories.Length)
        {
            int order = i == current.Categories.Length ? 1
                : j == reference.Categories.Length ? -1
                : string.CompareOrdinal(current.Categories[i], reference.Categories[j]);
            ofCurrent.Add(order <= 0 ? current.Counts[i++] : 0);
            ofReference.Add(order >= 0 ? reference.Counts[j++] : 0);
        }

        return new AlignedBins([.. ofCurrent], [.. ofReference], currentError: 0.0, referenceError: 0.0);
    }

    /// <summary>The last value of each bin but the last.</summary>
    private static double[] EndsAtQuantiles(SortedView reference, int count)
    {
        List<double> ends = [];
        for (int i = 1; i < count && reference.TotalWeight > 0; i++)
        {
            double quantile = reference.Quantile(i / (double)count);
            if (ends.Count == 0 || quantile > ends[^1])
            {
                ends.Add(quantile);
            }
            else if (ends.Count == 1 || ends[^2] < double.BitDecrement(quantile))
            {
                ends.Insert(ends.Count - 1, double.BitDecrement(quantile));
            }
        }

        return [.. ends];
    }

    private static long[] Count(SortedView view, double[] ends)
    {
        long[] counts = new long[ends.Length + 1];
        long below = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            long rank = view.Rank(ends[i]);
            counts[i] = rank - below;
            below = rank;
        }

        counts[^1] = view.TotalWeight - below;
        return counts;
    }
}
