using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Drift;

/// <summary>Compares how often the values of a column occur with how often they do in its baseline.</summary>
internal static class CategoricalDrift
{
    /// <summary>Compares a column with the categories of its baseline.</summary>
    /// <param name="current">The column.</param>
    /// <param name="baseline">The categories of the baseline.</param>
    /// <param name="settings">The method and the threshold.</param>
    /// <param name="writtenOnly">
    /// Whether, as SageMaker does, to take only those current categories that <c>statistics.json</c> has: none when
    /// they are more than 120. Otherwise all that are counted.
    /// </param>
    public static DriftResult Compare(
        ColumnProfile current, IReadOnlyList<CategoryCount> baseline, CheckSettings settings, bool writtenOnly)
    {
        CategoryDistribution? now = writtenOnly && !StatisticsBuilder.HasCategories(current)
            ? null
            : CategoryDistribution.Of(current.Categories);
        if (now is null)
        {
            return DriftResult.NotComputed("The column has too many different values.");
        }

        CategoryDistribution reference = new(baseline.Select(category => KeyValuePair.Create(category.Value, category.Count)));
        if (now.Total == 0 || reference.Total == 0)
        {
            return DriftResult.NotComputed(now.Total == 0 ? "The column has no values." : "The baseline has no values.");
        }

        return settings.CategoricalMethod == CategoricalDriftMethod.ChiSquared
            ? TestChiSquared(now, reference, settings)
            : MeasureLInfinity(now, reference, settings);
    }

    private static DriftResult MeasureLInfinity(CategoryDistribution now, CategoryDistribution reference, CheckSettings settings)
    {
        LInfinityDistance distance = LInfinityDistance.Between(now, reference);
        return DriftResult.OfDistance(
            DriftMeasure.CategoricalLInfinity,
            settings.ComparisonMethod == ComparisonMethod.Robust ? distance.Robust : distance.Simple,
            settings.CategoricalThreshold);
    }

    private static DriftResult TestChiSquared(CategoryDistribution now, CategoryDistribution reference, CheckSettings settings)
    {
        ChiSquareTest test = ChiSquareTest.Of(now, reference);
        return test.DegreesOfFreedom == 0
            ? DriftResult.NotComputed("The categories are too few, or too rare, for a chi-squared test.")
            : DriftResult.OfPValue(test.PValue, settings.CategoricalThreshold);
    }
}
