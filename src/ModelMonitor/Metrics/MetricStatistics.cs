using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Metrics;

/// <summary>A metric of many values at once: CloudWatch's statistic set.</summary>
/// <param name="Count">How many values there were, at least one.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
public sealed record MetricStatistics(long Count, double Sum, double Minimum, double Maximum)
{
    /// <summary>Whether CloudWatch accepts it.</summary>
    public bool IsPublishable =>
        Count > 0 && MetricLimits.IsValue(Sum) && MetricLimits.IsValue(Minimum) && MetricLimits.IsValue(Maximum);
}
