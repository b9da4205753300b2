namespace ModelMonitor.Metrics;

/// <summary>Metrics that have namespace, dimensions and time in common.</summary>
/// <param name="Namespace">Their namespace.</param>
/// <param name="Dimensions">Their dimensions.</param>
/// <param name="Timestamp">Their time: the end of the window that they are of.</param>
/// <param name="Metrics">What was measured, no name twice.</param>
public sealed record MetricGroup(
    string Namespace, IReadOnlyList<MetricDimension> Dimensions, DateTimeOffset Timestamp, IReadOnlyList<Metric> Metrics);
