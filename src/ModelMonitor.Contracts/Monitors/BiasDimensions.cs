using ModelMonitor.Contracts.Metrics;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>The dimensions of a bias metric in CloudWatch besides those of endpoint and schedule, as SageMaker Clarify has them.</summary>
public static class BiasDimensions
{
    /// <summary>The dimensions of a metric, whatever says its label and facet.</summary>
    /// <param name="metric">The bias metric, without prefix.</param>
    /// <param name="label">The column of the label.</param>
    /// <param name="labelValue">The favourable labels, joined by commas, or an interval.</param>
    /// <param name="facet">The facet's column.</param>
    /// <param name="facetValue">The group's values, joined by commas, or an interval.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(string metric, string label, string labelValue, string facet, string facetValue) =>
    [
        (MetricDimensions.BiasStage, BiasMetricNames.StageOf(metric)),
        (MetricDimensions.Label, label),
        (MetricDimensions.LabelValue, labelValue),
        (MetricDimensions.Facet, facet),
        (MetricDimensions.FacetValue, facetValue),
    ];

    /// <summary>The dimensions of an alarm's metric; null where they depend on the data, as intervals do, or are not in the monitor file.</summary>
    public static IReadOnlyList<(string Name, string Value)>? Of(BiasSection bias, AlarmSettings alarm)
    {
        BiasFacet? facet = alarm.Facet is null ? (bias.Facets.Count == 0 ? null : bias.Facets[0]) : bias.Facets.FirstOrDefault(candidate => candidate.Name == alarm.Facet);
        return bias.Label is { } label && bias.PositiveLabels.Count > 0 && facet is { Values.Count: > 0 }
            ? Of(
                alarm.Metric[BiasMetricNames.Prefix.Length..],
                label,
                string.Join(',', bias.PositiveLabels),
                facet.Name,
                string.Join(',', facet.Values))
            : null;
    }
}
