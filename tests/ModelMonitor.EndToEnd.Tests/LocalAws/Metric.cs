namespace ModelMonitor.EndToEnd.Tests.LocalAws;

/// <summary>A value of a metric, or a set of values summed up.</summary>
internal sealed record Metric(
    string Namespace, string Name, IReadOnlyDictionary<string, string> Dimensions, DateTimeOffset Timestamp,
    double Count, double Sum, double Minimum, double Maximum);
