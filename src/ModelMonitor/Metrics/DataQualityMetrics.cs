using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Metrics;

/// <summary>The metrics of the baseline's features, as SageMaker Model Monitor publishes them.</summary>
/// <remarks>
/// Which metrics there are follows from the baseline alone: no traffic can make new ones. A numeric feature has its
/// summary while any of its cells is a number; a missing column has a completeness of 0.
/// </remarks>
internal static class DataQualityMetrics
{
    /// <summary>Takes the metrics of those features whose settings have them emitted.</summary>
    /// <param name="constraints">The baseline's features.</param>
    /// <param name="evaluation">What was found of each, in the same order.</param>
    /// <param name="current">The data.</param>
    /// <returns>The metrics; none when, as SageMaker does, the number of columns alone was checked.</returns>
    public static KindMetrics Of(ConstraintsDocument constraints, Evaluation evaluation, DatasetProfile current)
    {
        List<Metric> metrics = [];
        for (int i = 0; i < evaluation.Features.Count && !evaluation.OnlyColumnsChecked; i++)
        {
            FeatureEvaluation feature = evaluation.Features[i];
            if (feature.Settings.EmitMetrics)
            {
                Add(metrics, constraints.Features[i], feature, current.Find(feature.Name));
            }
        }

        return new KindMetrics(MetricNamespaces.EndpointData, MetricNamespaces.BatchData, metrics);
    }

    private static void Add(List<Metric> metrics, FeatureConstraints constraints, FeatureEvaluation feature, ColumnProfile? profile)
    {
        if (profile is { Moments: { Count: > 0 } moments } && constraints.InferredType is InferredType.Integral or InferredType.Fractional)
        {
            metrics.Add(Metric.Of(
                MetricNames.FeatureData(feature.Name),
                new MetricStatistics(moments.Count, moments.Sum, moments.Minimum, moments.Maximum)));
        }

        metrics.Add(Metric.Of(MetricNames.FeatureNonNull(feature.Name), profile?.Completeness.Completeness ?? 0.0));
        if (feature.Drift.Distance is { } distance)
        {
            metrics.Add(Metric.Of(MetricNames.FeatureDrift(feature.Name), distance));
        }
    }
}
