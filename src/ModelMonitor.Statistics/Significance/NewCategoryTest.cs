using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Whether more rows than usual hold a category that the reference lacks.</summary>
/// <remarks>
/// How many are usual is Good and Turing's estimate (Good, Biometrika 40, 1953): as large a share as the categories make up that occur once
/// in the reference, each of which was new to the rest of it. The two shares are compared by <see cref="ProportionTest.OfIncrease"/>. The
/// statistic is the share of new categories, in [0, 1]; the effect is how far it is above the usual one. A side
/// without values is not compared.
/// </remarks>
public static class NewCategoryTest
{
    /// <summary>Tests <paramref name="current"/> against <paramref name="reference"/>.</summary>
    public static DriftMeasurement Of(CategoryDistribution current, CategoryDistribution reference)
    {
        AlignedBins bins = AlignedBins.Of(current, reference);
        long added = 0;
        long once = 0;
        for (int i = 0; i < bins.Current.Length; i++)
        {
            added += bins.Reference[i] == 0 ? bins.Current[i] : 0;
            once += bins.Reference[i] == 1 ? 1 : 0;
        }

        DriftMeasurement test = ProportionTest.OfIncrease(added, bins.CurrentTotal, once, bins.ReferenceTotal);
        return test.IsCompared ? test with { Statistic = added / (double)bins.CurrentTotal } : test;
    }
}
