using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Calibration;

/// <summary>p-values of shares that hold far out in the tail, where a rate of one alarm a month looks.</summary>
/// <remarks>
/// At one in a hundred thousand, z and chi-square take rare categories for drift several times too often. So shares are
/// tested by Fisher's exact test up to a thousand expected, and categories by chi-square only where each is
/// expected 25 times; otherwise each category by itself, corrected by Bonferroni, those expected less than half a time taken together.
/// </remarks>
internal static class ExactShares
{
    private const double LeastExpectedOfNormal = 1_000.0;
    private const double LeastExpectedOfChiSquare = 25.0;
    private const double Rare = 0.5;

    /// <summary>Of k of n rows now and l of m in the reference, neither side without rows.</summary>
    public static double OfShare(long hits, long size, long otherHits, long otherSize)
    {
        double both = (double)hits + otherHits;
        double total = (double)size + otherSize;
        double expected = Math.Min(both, total - both) * Math.Min(size, otherSize) / total;
        return expected < LeastExpectedOfNormal
            ? FisherExactTest.TwoSided(hits, size, otherHits, otherSize)
            : ProportionTest.OfZ(hits, size, otherHits, otherSize).PValue ?? 1.0;
    }

    /// <summary>Likewise, of no fewer than k: a share that fell is no change.</summary>
    public static double OfIncrease(long hits, long size, long otherHits, long otherSize)
    {
        double both = (double)hits + otherHits;
        double total = (double)size + otherSize;
        double expected = Math.Min(both, total - both) * Math.Min(size, otherSize) / total;
        return expected < LeastExpectedOfNormal
            ? FisherExactTest.Upper(hits, size, otherHits, otherSize)
            : ProportionTest.OfIncrease(hits, size, otherHits, otherSize).PValue ?? 1.0;
    }

    /// <summary>Of categories, neither side without values.</summary>
    public static double OfCategories(CategoryDistribution current, CategoryDistribution reference)
    {
        AlignedBins bins = AlignedBins.Of(current, reference);
        double smaller = Math.Min(bins.CurrentTotal, bins.ReferenceTotal) / ((double)bins.CurrentTotal + bins.ReferenceTotal);
        double least = double.MaxValue;
        List<(long Current, long Reference)> tested = [];
        (long Current, long Reference) rare = default;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            double expected = ((double)bins.Current[i] + bins.Reference[i]) * smaller;
            least = Math.Min(least, expected);
            if (expected < Rare)
            {
                rare = (rare.Current + bins.Current[i], rare.Reference + bins.Reference[i]);
            }
            else
            {
                tested.Add((bins.Current[i], bins.Reference[i]));
            }
        }

        if (bins.Current.Length > 2 && least >= LeastExpectedOfChiSquare)
        {
            return ContingencyTest.OfPearson(current, reference).PValue ?? 1.0;
        }

        if (rare != default)
        {
            tested.Add(rare);
        }

        if (tested.Count <= 1)
        {
            return 1.0;
        }

        int tests = tested.Count == 2 ? 1 : tested.Count; // of two, the second says what the first does
        double smallest = tested.Min(counts => OfShare(counts.Current, bins.CurrentTotal, counts.Reference, bins.ReferenceTotal));
        return Math.Min(1.0, tests * smallest);
    }
}
