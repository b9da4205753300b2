using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Baselines;

/// <summary>Suggests the <c>constraints.json</c> that a dataset itself meets.</summary>
public static class ConstraintSuggester
{
    /// <summary>
    /// Demands of each column the type, the completeness and, where they apply, the sign and the values observed.
    /// </summary>
    /// <param name="statistics">The dataset.</param>
    /// <param name="newerFields">Whether to write the two keys on categories that SageMaker writes since 2023.</param>
    public static ConstraintsDocument Suggest(StatisticsDocument statistics, bool newerFields = true)
    {
        FeatureConstraints[] features = new FeatureConstraints[statistics.Features.Count];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = Suggest(statistics.Features[i]);
        }

        MonitoringConfig config = MonitoringConfig.Suggested;
        return new ConstraintsDocument(
            features, newerFields ? config : config with { Distribution = DistributionConfig.Classic });
    }

    private static FeatureConstraints Suggest(FeatureStatistics feature) => new(feature.Name, feature.InferredType)
    {
        Completeness = feature.Completeness,
        IsNonNegative = feature.Numerical is { Distribution: not null } numbers ? numbers.Minimum >= 0.0 : null,
        Domains = feature is { InferredType: InferredType.String, String.Categories: { } categories }
            ? [.. categories.Select(category => category.Value)]
            : null,
    };
}
