using System.Text.Json.Serialization;

namespace ModelMonitor.Reports.History;

/// <summary>A metric of a run, as its monitor's page needs it. There are many, so their names in the file are short.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
internal sealed record HistoryMetric
{
    /// <summary>The place of what it measures in the history's list.</summary>
    [JsonPropertyName("s")]
    public int Series { get; init; }

    /// <summary>Its value with four digits, also infinite; null when there is none.</summary>
    [JsonPropertyName("v")]
    public double? Value { get; init; }

    /// <summary>The lower end of its confidence interval; null when unknown.</summary>
    [JsonPropertyName("l")]
    public double? Low { get; init; }

    /// <summary>The upper end.</summary>
    [JsonPropertyName("h")]
    public double? High { get; init; }

    /// <summary>What it was compared with; null when it was not, or with a range.</summary>
    [JsonPropertyName("t")]
    public double? Threshold { get; init; }

    /// <summary>The lower end of the range that is allowed; null for none.</summary>
    [JsonPropertyName("a")]
    public double? Minimum { get; init; }

    /// <summary>The upper end.</summary>
    [JsonPropertyName("b")]
    public double? Maximum { get; init; }

    /// <summary>True when it is violated; null otherwise.</summary>
    [JsonPropertyName("x")]
    public bool? Violated { get; init; }

    /// <summary>How far it is from where it should be; 0 when it is not violated.</summary>
    [JsonIgnore]
    public double Excess => Violated is not true || Value is not { } value ? 0.0
        : Wording.MetricFigure.Distance(value, Threshold ?? (value < Minimum ? Minimum : Maximum) ?? value);
}
