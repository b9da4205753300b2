using ModelMonitor.Bias;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Baselines.Metrics;

/// <summary>Takes the metrics out of a baseline.</summary>
public static class BaselineMetrics
{
    /// <summary>The metrics in the order of the files, those that windows are compared with first; null of data quality, which has columns instead.</summary>
    public static IReadOnlyList<BaselineMetric>? Of(IBaseline baseline) => baseline switch
    {
        QualityBaseline quality => Of(quality.Constraints, quality.Statistics),
        AnalysisBaseline analysis => Of(analysis.Analysis),
        _ => null,
    };

    /// <summary>The metrics of a baseline that was just made; null of data quality.</summary>
    public static IReadOnlyList<BaselineMetric>? Of(BuiltBaseline built) => built switch
    {
        QualityBaselineResult quality => Of(quality.Constraints, quality.Statistics),
        BuiltAnalysis analysis => Of(analysis.Analysis),
        _ => null,
    };

    private static BaselineMetric[] Of(QualityConstraintsDocument demanded, QualityStatisticsDocument? statistics)
    {
        IReadOnlyList<QualityConstraint> constraints = demanded.Constraints;
        HashSet<string> constrained = constraints.Select(constraint => constraint.Metric).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. constraints.Select(constraint => Of(constraint.Metric, statistics?.Find(constraint.Metric)) with
            {
                Threshold = constraint.Threshold,
                Operator = constraint.Operator,
            }),
            .. (statistics?.Metrics ?? []).Where(metric => !constrained.Contains(metric.Name)).Select(metric => Of(metric.Name, metric)),
        ];
    }

    private static BaselineMetric Of(string name, QualityMetric? metric) => new("", name, metric?.Value)
    {
        Low = metric?.Low,
        High = metric?.High,
        Reason = metric?.Reason,
    };

    private static BaselineMetric[] Of(AnalysisDocument analysis) =>
    [
        .. new[] { analysis.PostTraining, analysis.PreTraining }.OfType<BiasSection>().SelectMany(section => section.Facets).SelectMany(facet =>
            facet.Metrics.Select(metric => new BaselineMetric($"{facet.Facet} {facet.ValueOrThreshold}", metric.Name, metric.Value) { Reason = metric.Error })),
        .. (analysis.Attributions ?? []).SelectMany(label => label.Values
            .OrderByDescending(feature => feature.Value).Select(feature => new BaselineMetric(label.Label, feature.Key, feature.Value))),
    ];
}
