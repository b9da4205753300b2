using ModelMonitor.Metrics;

namespace ModelMonitor.Testing;

/// <summary>A metric as CloudWatch takes it from a line of the embedded metric format.</summary>
public sealed record EmbeddedMetric(
    string Namespace,
    IReadOnlyDictionary<string, string> Dimensions,
    DateTimeOffset Timestamp,
    string Name,
    string Unit,
    double? Value,
    MetricStatistics? Statistics);
