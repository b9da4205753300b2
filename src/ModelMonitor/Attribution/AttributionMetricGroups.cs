using ModelMonitor.Bias;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;

namespace ModelMonitor.Attribution;

/// <summary>The attributions of the baseline's features, as Clarify publishes them.</summary>
internal static class AttributionMetricGroups
{
    /// <summary>
    /// The metrics of each label: the features' attributions, the expected value, and our own gain; and the least gain without a label, for alarms,
    /// which cannot know the labels.
    /// </summary>
    public static IReadOnlyList<KindMetrics> Of(IReadOnlyList<AttributionFinding> findings, AnalysisDocument baseline)
    {
        List<KindMetrics> groups = [];
        for (int i = 0; i < findings.Count; i++)
        {
            AttributionFinding finding = findings[i];
            Metric[] features =
            [
                .. finding.Features
                    .Where(feature => feature.Value is not null && feature.Baseline is not null)
                    .Select(feature => Metric.Of(MetricNames.Attribution(feature.Feature), feature.Value!.Value)),
            ];
            Add(groups, finding.Label, "GlobalShapValues", features);
            Add(groups, finding.Label, "ExpectedValue", baseline.Attributions![i].ExpectedValue is { } expected && features.Length > 0
                ? [Metric.Of(MetricNames.ExpectedValue, expected)] : []);
            if (finding.Gain is { } gain)
            {
                groups.Add(new KindMetrics(
                    MetricNamespaces.ModelMonitor, MetricNamespaces.ModelMonitor, [Metric.Of(MetricNames.AttributionGain, gain)])
                {
                    Dimensions = [new(MetricDimensions.Label, DimensionValue.Of(finding.Label))],
                });
            }
        }

        if (findings.Min(finding => finding.Gain) is { } least)
        {
            groups.Add(new KindMetrics(MetricNamespaces.ModelMonitor, MetricNamespaces.ModelMonitor, [Metric.Of(MetricNames.AttributionGain, least)]));
        }

        return groups;
    }

    private static void Add(List<KindMetrics> groups, string label, string valueType, Metric[] metrics)
    {
        if (metrics.Length > 0)
        {
            groups.Add(new KindMetrics(MetricNamespaces.EndpointExplainability, MetricNamespaces.BatchExplainability, metrics)
            {
                Dimensions =
                [
                    new(MetricDimensions.ExplainabilityMethod, "KernelShap"),
                    new(MetricDimensions.Label, DimensionValue.Of(label)),
                    new(MetricDimensions.ValueType, valueType),
                ],
            });
        }
    }
}
