using ModelMonitor.Bias;

namespace ModelMonitor.Reports.Wording;

/// <summary>Says which of several bias metrics went farthest.</summary>
public static class BiasFigure
{
    /// <summary>Which of the metrics that are worse than they may be is farthest from the baseline; null when none is.</summary>
    public static BiasFinding? Farthest(IReadOnlyList<BiasFinding>? metrics) => metrics?
        .Where(metric => metric is { Violated: true, Value: not null })
        .MaxBy(metric => metric.Baseline is { } before ? MetricFigure.Distance(metric.Value!.Value, before) : 0.0);
}
