using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>What drift methods compare of a column, from its profile or from <c>statistics.json</c>.</summary>
internal static class ColumnSamples
{
    /// <summary>The sample of a column of <c>statistics.json</c>: numbers, or texts.</summary>
    public static DriftSample Of(FeatureStatistics feature) => new(
        feature.Numerical?.Distribution?.Sketch?.ToSortedView(),
        feature.String?.Categories is { } categories
            ? new CategoryDistribution(categories.Select(category => KeyValuePair.Create(category.Value, category.Count)))
            : null,
        feature.Numerical is { } numerical
            ? new SampleMoments(numerical.Present, numerical.Mean, numerical.StandardDeviation)
            : null,
        new SampleCompleteness(
            feature.Numerical?.Present ?? feature.String?.Present ?? 0, feature.Numerical?.Missing ?? feature.String?.Missing ?? 0));

    /// <summary>The sample of a column that was read, as far as a reference has the same.</summary>
    public static DriftSample Of(ColumnProfile profile, DriftSample reference) => new(
        reference.Numbers is null ? null : new SortedView(profile.Sketch),
        reference.Categories is null ? null : CategoryDistribution.Of(profile.Categories),
        reference.Moments is null ? null : SampleMoments.Of(profile.Moments),
        SampleCompleteness.Of(profile.Completeness));
}
