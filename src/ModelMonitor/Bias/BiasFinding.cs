using System.Text.Json.Serialization;

namespace ModelMonitor.Bias;

/// <summary>What a run found of one bias metric, for <c>run.json</c>; infinite numbers are the texts <c>Infinity</c> and <c>-Infinity</c> there.</summary>
/// <param name="Facet">The facet's column.</param>
/// <param name="FacetValue">Its values or interval.</param>
/// <param name="Stage"><c>pre-training</c> or <c>post-training</c>.</param>
/// <param name="Metric">The metric's abbreviation.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record BiasFinding(string Facet, string FacetValue, string Stage, string Metric)
{
    /// <summary>The value; null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>The baseline's value; null when it has none.</summary>
    public double? Baseline { get; init; }

    /// <summary>The lower end of the confidence interval; null where there is none.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the confidence interval; null where there is none.</summary>
    public double? Upper { get; init; }

    /// <summary>Whether the metric is worse than it may be.</summary>
    public bool Violated { get; init; }

    /// <summary>Why there is no value, or why it was not judged; null when it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Rows of the sensitive facet that the metric looked at.</summary>
    public long FacetRows { get; init; }

    /// <summary>Rows outside the facet that the metric looked at.</summary>
    public long OtherRows { get; init; }

    /// <summary>
    /// How many rows the flip test looked at, in the facet and outside, where they are a sample of the window's, so that the value is an estimate;
    /// null where it looked at all of them, and for every other metric.
    /// </summary>
    public long? SampledRows { get; init; }

    /// <summary>The least value that the monitor allows in place of the baseline; null for none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value that the monitor allows in place of the baseline; null for none.</summary>
    public double? Maximum { get; init; }
}
