using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Significance;

/// <summary>Tests of columns with at most two categories on both sides together.</summary>
/// <remarks>
/// The share is that of the category that comes first in ordinal order. More than two categories, and a side without values, are not
/// compared. For the rest see <see cref="ProportionTest"/>.
/// </remarks>
public static class BinaryColumnTest
{
    /// <summary>The z test of two proportions.</summary>
    public static DriftMeasurement OfZ(CategoryDistribution current, CategoryDistribution reference) =>
        Of(current, reference, ProportionTest.OfZ);

    /// <summary>Fisher's exact test.</summary>
    public static DriftMeasurement OfFisher(CategoryDistribution current, CategoryDistribution reference) =>
        Of(current, reference, ProportionTest.OfFisher);

    private static DriftMeasurement Of(
        CategoryDistribution current, CategoryDistribution reference, Func<long, long, long, long, DriftMeasurement> test)
    {
        if (DriftMeasurement.OfEmpty(current.Total, reference.Total, "values") is { } nothing)
        {
            return nothing;
        }

        AlignedBins bins = AlignedBins.Of(current, reference);
        return bins.Current.Length > 2
            ? DriftMeasurement.NotCompared($"The test is of two categories, and there are {bins.Current.Length}.")
            : test(bins.Current[0], bins.CurrentTotal, bins.Reference[0], bins.ReferenceTotal);
    }
}
