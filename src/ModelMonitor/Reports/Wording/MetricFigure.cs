using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Wording;

/// <summary>Writes metrics of models for people, and says which of several went farthest.</summary>
public static class MetricFigure
{
    /// <summary>A metric's value with three decimals where it is small, else with four digits that matter; infinite ones as <c>∞</c>.</summary>
    public static string Of(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ when Math.Abs(value) is > 0.0 and < 0.0005 => Figures.Number(value),
        _ when Math.Abs(value) < 10.0 => value.ToString("F3", System.Globalization.CultureInfo.InvariantCulture),
        _ => Figures.Number(value),
    };

    /// <summary>An interval: <c>0.490 to 0.541</c>.</summary>
    public static string Interval(double low, double high) => $"{Of(low)} to {Of(high)}";

    /// <summary>A reason in words: <c>no positive labels</c>.</summary>
    public static string Reason(string reason) => reason.Replace('_', ' ');

    /// <summary>Which of the metrics that violate their thresholds is farthest from it; null when none does.</summary>
    public static QualityFinding? Farthest(IReadOnlyList<QualityFinding>? metrics) => metrics?
        .Where(metric => metric is { Violated: true, Value: not null, Threshold: not null })
        .MaxBy(metric => Distance(metric.Value!.Value, metric.Threshold!.Value));

    /// <summary>How far two values are apart: their difference where both are shares, else in parts of the larger.</summary>
    internal static double Distance(double value, double limit)
    {
        double difference = Math.Abs(value - limit);
        double size = Math.Max(Math.Abs(value), Math.Abs(limit));
        return double.IsFinite(difference) ? size <= 1.0 ? difference : difference / size : 2.0;
    }
}
