using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Bias;

/// <summary>Makes values of dimensions that CloudWatch accepts.</summary>
internal static class DimensionValue
{
    /// <summary>The value itself, or what <see cref="MetricName"/> makes of one that is not ASCII; a blank one is <c>-</c>.</summary>
    public static string Of(string value) => string.IsNullOrWhiteSpace(value) ? "-" : MetricName.ToPublished(value);
}
