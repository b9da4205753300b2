using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>The metrics of the facets, as Clarify publishes them: infinity as the largest number that CloudWatch takes, none for a metric without a value.</summary>
internal static class BiasMetricGroups
{
    /// <summary>The metrics of each stage and facet. Only values of facets that the configuration or the baseline names are published: traffic makes no metrics.</summary>
    public static IReadOnlyList<KindMetrics> Of(BiasMeasurement measurement, BiasOptions options, AnalysisDocument baseline)
    {
        List<KindMetrics> groups = [];
        foreach (MeasuredFacet facet in measurement.Facets)
        {
            if (facet.ValueOrThreshold.Length == 0 || !IsNamed(facet, options, baseline))
            {
                continue;
            }

            Add(groups, facet, BiasStage.PostTraining, "Post-Training", measurement, options);
            Add(groups, facet, BiasStage.PreTraining, "Pre-training", measurement, options);
        }

        return groups;
    }

    private static bool IsNamed(MeasuredFacet facet, BiasOptions options, AnalysisDocument baseline) =>
        options.Facets.Any(known => known.Column == facet.Facet && known.Values.Count > 0)
        || new[] { baseline.PreTraining, baseline.PostTraining }.Any(
            section => section?.Find(facet.Facet).Any(known => known.ValueOrThreshold == facet.ValueOrThreshold) == true);

    private static void Add(
        List<KindMetrics> groups, MeasuredFacet facet, BiasStage stage, string stageName, BiasMeasurement measurement, BiasOptions options)
    {
        Metric[] metrics =
        [
            .. facet.Metrics
                .Where(measured => measured.Metric.Stage == stage && measured.Result.Value is not null)
                .Select(measured => Metric.Of(
                    MetricNames.Bias(measured.Metric.Name),
                    Math.Clamp(measured.Result.Value!.Value, -MetricLimits.LargestValue, MetricLimits.LargestValue))),
        ];
        if (metrics.Length > 0)
        {
            groups.Add(new KindMetrics(MetricNamespaces.EndpointBias, MetricNamespaces.BatchBias, metrics)
            {
                Dimensions =
                [
                    new(MetricDimensions.BiasStage, stageName),
                    new(MetricDimensions.Label, DimensionValue.Of(options.Label)),
                    new(MetricDimensions.LabelValue, DimensionValue.Of(measurement.LabelValueOrThreshold)),
                    new(MetricDimensions.Facet, DimensionValue.Of(facet.Facet)),
                    new(MetricDimensions.FacetValue, DimensionValue.Of(FacetValue(facet, options))),
                ],
            });
        }
    }

    /// <summary>An interval above a threshold ends with the data's largest number: its dimension is the threshold, which stays the same.</summary>
    private static string FacetValue(MeasuredFacet facet, BiasOptions options) =>
        options.IsSageMaker ? facet.ValueOrThreshold
        : options.Facets.FirstOrDefault(known => known.Column == facet.Facet && known.Values.Count > 0) is { } named
            && options.Facets.Count(known => known.Column == facet.Facet) == 1 ? string.Join(',', named.Values) : facet.ValueOrThreshold;
}
