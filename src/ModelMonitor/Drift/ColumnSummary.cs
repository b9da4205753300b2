using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Drift;

/// <summary>What comparing a column with another takes, from its profile or from <c>statistics.json</c>.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its inferred type.</param>
/// <param name="Completeness">Share of rows with a value, in [0, 1].</param>
public sealed record ColumnSummary(string Name, InferredType Type, double Completeness)
{
    /// <summary>Whether the column as a whole is one of numbers.</summary>
    public bool IsNumeric => Type is InferredType.Integral or InferredType.Fractional;

    /// <summary>The mean of a column of numbers; null for others.</summary>
    public double? Mean { get; private init; }

    /// <summary>The cells that are numbers, also of a column that is not numeric as a whole; null when there are none.</summary>
    public SortedView? Numbers { get; private init; }

    /// <summary>What drift methods compare of it.</summary>
    public DriftSample Sample { get; private init; } = new();

    /// <summary>How often each text occurs; null when it is not known, or there are too many.</summary>
    public CategoryDistribution? Categories { get; private init; }

    /// <summary>The summary of a column that was read.</summary>
    public static ColumnSummary Of(string name, ColumnProfile profile)
    {
        bool hasNumbers = profile.Moments.Count > 0;
        ColumnSummary summary = new(name, profile.InferredType, profile.Completeness.Completeness);
        summary = summary with
        {
            Mean = hasNumbers && summary.IsNumeric ? profile.Moments.Mean : null,
            Numbers = hasNumbers ? new SortedView(profile.Sketch) : null,
            Categories = CategoryDistribution.Of(profile.Categories),
        };
        return summary with
        {
            Sample = new DriftSample(
                summary.Numbers,
                summary.Categories,
                hasNumbers ? SampleMoments.Of(profile.Moments) : null,
                SampleCompleteness.Of(profile.Completeness)),
        };
    }

    /// <summary>The summary of a column of <c>statistics.json</c>.</summary>
    public static ColumnSummary Of(FeatureStatistics feature) => new(feature.Name, feature.InferredType, feature.Completeness)
    {
        Sample = ColumnSamples.Of(feature),
        Mean = feature.Numerical?.Mean,
        Numbers = feature.Numerical?.Distribution?.Sketch?.ToSortedView(),
        Categories = feature.String?.Categories is { } categories
            ? new CategoryDistribution(categories.Select(category => KeyValuePair.Create(category.Value, category.Count)))
            : null,
    };
}
