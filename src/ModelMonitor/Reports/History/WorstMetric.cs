using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs.Reports;

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

        HistorySeries measured = series[worst.Series];
        string name = ReportViolations.NameOf(measured.Metric, measured.Facet, measured.Segment);
        return $"{name} {MetricFigure.Of(worst.Value!.Value)}{LimitOf(worst, measured)}";
    }

    private static string LimitOf(HistoryMetric metric, HistorySeries measured) => metric switch
    {
        { Threshold: { } threshold } => $", {(measured.Segment is null ? "threshold" : "baseline")} {MetricFigure.Of(threshold)}",
        { Minimum: { } minimum, Maximum: { } maximum } => $", allowed {MetricFigure.Interval(minimum, maximum)}",
        { Minimum: { } minimum } => $", at least {MetricFigure.Of(minimum)} allowed",
        { Maximum: { } maximum } => $", at most {MetricFigure.Of(maximum)} allowed",
        _ => "",
    };
}
