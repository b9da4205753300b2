using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.History;

/// <summary>Says which metric of a run is farthest from where it should be: <c>auc 0.515, threshold 0.940</c>.</summary>
internal static class WorstMetric
{
    /// <summary>The metric with its figures; null where none is violated.</summary>
    public static string? Of(MonitorHistory history, HistoryRun run)
    {
        HistoryMetric? worst = run.Metrics?.Where(metric => metric.Excess > 0.0).MaxBy(metric => metric.Excess);
        if (worst is null || history.Series is not { } series || worst.Series >= series.Count)
        {
            return null;
        }

        return $"{NameOf(series[worst.Series])} {MetricFigure.Of(worst.Value!.Value)}{LimitOf(worst)}";
    }

    /// <summary>A series in words: <c>auc</c>, <c>DI of Sex 0</c>.</summary>
    public static string NameOf(HistorySeries series) => series switch
    {
        { Facet: null } => series.Metric,
        { Segment: null or "" } => $"{series.Metric} of {series.Facet}",
        _ => $"{series.Metric} of {series.Facet} {series.Segment}",
    };

    private static string LimitOf(HistoryMetric metric) => metric switch
    {
        { Threshold: { } threshold } => $", threshold {MetricFigure.Of(threshold)}",
        { Minimum: { } minimum, Maximum: { } maximum } => $", allowed {MetricFigure.Interval(minimum, maximum)}",
        { Minimum: { } minimum } => $", at least {MetricFigure.Of(minimum)} allowed",
        { Maximum: { } maximum } => $", at most {MetricFigure.Of(maximum)} allowed",
        _ => "",
    };
}
