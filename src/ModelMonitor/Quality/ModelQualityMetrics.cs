using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Quality;

/// <summary>The metrics of a model's quality, as SageMaker Model Monitor publishes them, and ours beside them; those of single classes are only in documents.</summary>
internal static class ModelQualityMetrics
{
    /// <summary>Takes the metrics that have a value.</summary>
    public static KindMetrics Of(QualityStatisticsDocument statistics) => new(
        MetricNamespaces.EndpointModel,
        MetricNamespaces.BatchModel,
        [.. statistics.Metrics.Where(metric => metric.Value is not null).Select(metric => Metric.Of(metric.Name, metric.Value!.Value))]);
}
