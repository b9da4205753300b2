using ModelMonitor.Bias;

namespace ModelMonitor.Reports.Wording;

/// <summary>Says which of several bias metrics went farthest, and what a metric may be.</summary>
public static class BiasFigure
{
    /// <summary>Which of the metrics that are worse than they may be is farthest from its limit; null when none is.</summary>
    public static BiasFinding? Farthest(IReadOnlyList<BiasFinding>? metrics) => metrics?
        .Where(metric => metric is { Violated: true, Value: not null })
        .MaxBy(metric => Limit(metric) is { } limit ? MetricFigure.Distance(metric.Value!.Value, limit) : 0.0);

    /// <summary>The range that the monitor allows, such as <c>0.800 to 1.250</c>; null where the baseline is the limit.</summary>
    public static string? Allowed(BiasFinding metric) => metric switch
    {
        { Minimum: { } minimum, Maximum: { } maximum } => MetricFigure.Interval(minimum, maximum),
        { Minimum: { } minimum } => $"at least {MetricFigure.Of(minimum)}",
        { Maximum: { } maximum } => $"at most {MetricFigure.Of(maximum)}",
        _ => null,
    };

    /// <summary>The end of the allowed range that is nearest to the value, or the baseline where there is no range; null for none.</summary>
    public static double? Limit(BiasFinding metric) => metric switch
    {
        { Minimum: { } minimum, Maximum: { } maximum, Value: { } value } => value < maximum && Math.Abs(value - minimum) <= Math.Abs(value - maximum) ? minimum : maximum,
        _ => metric.Minimum ?? metric.Maximum ?? metric.Baseline,
    };

    /// <summary>What the numbers of rows do not say: that they are a sample; null when they are all.</summary>
    public static string? Sampled(BiasFinding metric) => metric.SampledRows is { } rows ? $"estimated from a sample of {Figures.Count(rows, "row")}" : null;
}
