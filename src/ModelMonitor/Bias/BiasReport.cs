using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>Turns measured metrics into the parts of <c>analysis.json</c>.</summary>
internal static class BiasReport
{
    /// <summary>The document.</summary>
    public static AnalysisDocument Of(BiasMeasurement measurement, BiasOptions options) => new()
    {
        PostTraining = Section(measurement, options, BiasStage.PostTraining),
        PreTraining = Section(measurement, options, BiasStage.PreTraining),
    };

    private static BiasSection? Section(BiasMeasurement measurement, BiasOptions options, BiasStage stage) =>
        options.MetricsOf(stage).Count == 0 ? null : new BiasSection(
            options.Label,
            measurement.LabelValueOrThreshold,
            [
                .. measurement.Facets.Select(facet => new FacetAnalysis(
                    facet.Facet,
                    facet.ValueOrThreshold,
                    [
                        .. facet.Metrics.Where(measured => measured.Metric.Stage == stage).Select(measured => new MetricAnalysis(
                            measured.Metric.Name, measured.Metric.Description, measured.Result.Value, measured.Result.Error)),
                    ])),
            ]);
}
