namespace ModelMonitor.Metrics;

/// <summary>A dimension of a metric and its value.</summary>
/// <param name="Name">Its name, one of <see cref="Contracts.Metrics.MetricDimensions"/>.</param>
/// <param name="Value">Its value: ASCII, not blank, at most 1,024 characters.</param>
public readonly record struct MetricDimension(string Name, string Value);
