using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>A metric and what it came to.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Result">Its value, or why there is none.</param>
/// <param name="Interval">What the value may well be; null where nobody asked or nobody knows.</param>
/// <param name="SensitiveRows">Rows of the sensitive facet that it looked at.</param>
/// <param name="OtherRows">Rows outside the facet that it looked at.</param>
internal sealed record MeasuredMetric(
    IBiasMetric Metric, BiasValue Result, ConfidenceInterval? Interval, long SensitiveRows, long OtherRows)
{
    /// <summary>Whether those rows are a sample of the facet's and the others', as the flip test takes one of many rows.</summary>
    public bool IsOfSample { get; init; }
}
