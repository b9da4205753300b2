namespace ModelMonitor.Metrics;

/// <summary>Metrics that a kind of monitor contributes to its run, in SageMaker Model Monitor's namespaces.</summary>
/// <param name="EndpointNamespace">The namespace of an endpoint's metrics.</param>
/// <param name="BatchNamespace">The namespace of batch transforms' metrics.</param>
/// <param name="Metrics">What was measured, no name twice.</param>
public sealed record KindMetrics(string EndpointNamespace, string BatchNamespace, IReadOnlyList<Metric> Metrics)
{
    /// <summary>Dimensions besides those of endpoint and schedule, such as a facet; the default is none.</summary>
    public IReadOnlyList<MetricDimension> Dimensions { get; init; } = [];
}
