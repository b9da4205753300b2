using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Metrics;

/// <summary>A metric's name and what it measured: one value, or the statistics of many.</summary>
/// <remarks>Whatever it is made of, its name is one that CloudWatch accepts; its value is, when <see cref="IsPublishable"/> says so.</remarks>
public sealed record Metric
{
    private Metric(string name, MetricUnit unit) => (Name, Unit) = (MetricName.ToPublished(name), unit);

    /// <summary>Its name in CloudWatch.</summary>
    public string Name { get; }

    /// <summary>Its unit.</summary>
    public MetricUnit Unit { get; }

    /// <summary>Its value, where <see cref="Statistics"/> is null.</summary>
    public double Value { get; private init; }

    /// <summary>The statistics of many values; null for one.</summary>
    public MetricStatistics? Statistics { get; private init; }

    /// <summary>Whether CloudWatch accepts the value: no NaN, no infinity, nothing beyond ±2^360.</summary>
    public bool IsPublishable => Statistics?.IsPublishable ?? MetricLimits.IsValue(Value);

    /// <summary>A metric of one value.</summary>
    public static Metric Of(string name, double value, MetricUnit unit = MetricUnit.None) => new(name, unit) { Value = value };

    /// <summary>A metric of many values.</summary>
    public static Metric Of(string name, MetricStatistics statistics, MetricUnit unit = MetricUnit.None) =>
        new(name, unit) { Statistics = statistics };
}
