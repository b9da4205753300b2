using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes the table of metrics: value, interval, threshold, state, beside those of the baseline and of the constant classifier.</summary>
internal static class QualityMetricTable
{
    private const string ConstantSuffix = "_best_constant_classifier";

    /// <summary>Writes it; nothing where there are no metrics.</summary>
    /// <param name="html">The page.</param>
    /// <param name="metrics">The metrics of the run.</param>
    /// <param name="current">The document they are in; null when it is not there.</param>
    /// <param name="baseline">The baseline's; null when it is not there.</param>
    public static void Write(
        HtmlWriter html, IReadOnlyList<QualityFinding> metrics, QualityStatisticsDocument? current, QualityStatisticsDocument? baseline)
    {
        if (metrics.Count == 0)
        {
            return;
        }

        Dictionary<string, double?> constants = metrics.Where(IsConstant)
            .GroupBy(metric => metric.Name[..^ConstantSuffix.Length], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        QualityFinding[] rows = [.. metrics.Where(metric => !IsConstant(metric) || !metrics.Any(other => other.Name + ConstantSuffix == metric.Name))];
        html.Open("section", ("class", "card"), ("id", "all-metrics"));
        html.Open("h2").Text("Metrics ").Element("span", Figures.Count(rows.Length), ("class", "count")).Close();
        if (current?.ConfidenceLevel is { } level)
        {
            html.Element("p", $"Bars show the interval that holds the true value with a confidence of {Figures.Share(level)}; the tick is the threshold.", ("class", "quiet"));
        }

        TableFrame.Begin(html, "metrics", "Metrics", "Filter metrics",
        [
            "metric", "state", "#value", "interval", "#from", "#to", "#threshold",
            .. (string[])(baseline is null ? [] : ["#baseline"]),
            .. (string[])(constants.Count == 0 ? [] : ["#constant classifier"]),
        ]);
        foreach (QualityFinding metric in rows.OrderByDescending(metric => metric.Violated).ThenByDescending(metric => metric.Threshold is not null))
        {
            WriteRow(html, metric);
            if (baseline is not null)
            {
                Write(html, baseline.Find(metric.Name)?.Value);
            }

            if (constants.Count > 0)
            {
                Write(html, constants.GetValueOrDefault(metric.Name));
            }

            html.Close();
        }

        TableFrame.End(html);
        WriteNotes(html, current, constants.Count > 0);
        html.Close();
    }

    private static bool IsConstant(QualityFinding metric) => metric.Name.EndsWith(ConstantSuffix, StringComparison.Ordinal);

    private static void WriteRow(HtmlWriter html, QualityFinding metric)
    {
        html.Open("tr", ("data-metric", SafeText.Whole(metric.Name)), ("data-violated", metric.Violated ? "true" : "false"));
        html.Open("th", ("scope", "row")).Name(metric.Name).Close();
        (string state, string kind) = StateOf(metric);
        html.Open("td").Element("span", state, ("class", "state " + kind)).Close();
        Write(html, metric.Value);
        html.Open("td");
        if (metric.Value is { } value)
        {
            IntervalBar.Write(html, Describe(metric, value), value, metric.Low, metric.High, metric.Threshold);
        }

        html.Close();
        Write(html, metric.Low);
        Write(html, metric.High);
        Write(html, metric.Threshold);
    }

    private static void Write(HtmlWriter html, double? number) =>
        TableFrame.Number(html, number is { } value ? MetricFigure.Of(value) : "–", number);

    private static string Describe(QualityFinding metric, double value) =>
        MetricFigure.Of(value)
        + (metric is { Low: { } low, High: { } high } ? $", interval {MetricFigure.Interval(low, high)}" : "")
        + (metric.Threshold is { } threshold ? $", threshold {MetricFigure.Of(threshold)}" : "");

    private static (string State, string Kind) StateOf(QualityFinding metric) => metric switch
    {
        { Value: null } => (metric.Reason is { } reason ? SafeText.Shorten(MetricFigure.Reason(reason)) : "undefined", "none"),
        { Violated: true } => (metric.Value < metric.Threshold ? "below threshold" : "above threshold", "bad"),
        { Threshold: null } => (metric.Reason is { } reason ? SafeText.Shorten(MetricFigure.Reason(reason)) : "not compared", "none"),
        _ => ("meets it", "good"),
    };

    private static void WriteNotes(HtmlWriter html, QualityStatisticsDocument? current, bool hasConstants)
    {
        if (hasConstants)
        {
            html.Element("p", "The constant classifier always says the class that is most frequent in this window.", ("class", "quiet"));
        }

        if (current?.AucErrorBound is { } bound)
        {
            html.Element(
                "p", $"Probabilities were counted in bins: the area under the curve can be off by {MetricFigure.Of(bound)} at most.", ("class", "quiet"), ("id", "auc-bound"));
        }
    }
}
