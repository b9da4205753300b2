using ModelMonitor.Bias;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Reports.Pages.Bias;

/// <summary>Writes the metrics of a facet: those of predictions, then those of labels.</summary>
internal static class FacetCard
{
    private const string PostTraining = "post-training";

    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="metrics">The metrics of one facet, at least one.</param>
    /// <param name="said">What violations say, by the names of facet and metric.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<BiasFinding> metrics, ILookup<string, string> said)
    {
        BiasFinding first = metrics[0];
        html.Open("section", ("class", "card facet"), ("data-facet", SafeText.Whole(first.Facet)), ("data-value", SafeText.Whole(first.FacetValue)));
        html.Open("h2").Name(first.Facet).Text(" ").Open("span", ("class", "count")).Name(first.FacetValue).Close();
        int violated = metrics.Count(metric => metric.Violated);
        if (violated > 0)
        {
            html.Text(" ").Element("span", Figures.Count(violated, "violation"), ("class", "badge bad"));
        }

        html.Close();
        html.Element(
            "p",
            $"{Figures.Count(metrics.Max(metric => metric.FacetRows), "row")} in the facet, {Figures.Count(metrics.Max(metric => metric.OtherRows))} outside it. Bars show the confidence interval; ticks are the allowed range, or the baseline where there is none.",
            ("class", "quiet"));
        WriteSaid(html, metrics, said);
        WriteStage(html, "Of predictions", [.. metrics.Where(metric => metric.Stage == PostTraining)]);
        WriteStage(html, "Of labels", [.. metrics.Where(metric => metric.Stage != PostTraining)]);
        html.Close();
    }

    /// <summary>What the violations say, which have the limit that was left.</summary>
    private static void WriteSaid(HtmlWriter html, IReadOnlyList<BiasFinding> metrics, ILookup<string, string> said)
    {
        BiasFinding[] violated = [.. metrics.Where(metric => metric.Violated)];
        if (violated.Length == 0)
        {
            return;
        }

        html.Open("ul", ("class", "violations"));
        foreach (BiasFinding metric in violated)
        {
            string text = said[ReportViolations.NameOf(metric.Metric, metric.Facet, metric.FacetValue)].FirstOrDefault() ?? "";
            html.Open("li").Open("span", ("class", "check")).Name(metric.Metric).Close().Text(" ");
            html.Element("bdi", SafeText.Whole(ViolationText.Shorten(text))).Close();
        }

        html.Close();
    }

    /// <summary>A stage that holds no violation is folded.</summary>
    private static void WriteStage(HtmlWriter html, string title, BiasFinding[] metrics)
    {
        if (metrics.Length == 0)
        {
            return;
        }

        bool isOpen = metrics.Any(metric => metric.Violated);
        html.Open("details", ("class", "stage"), ("open", isOpen ? "open" : null));
        html.Open("summary").Text($"{title} ").Element("span", Figures.Count(metrics.Length, "metric"), ("class", "count")).Close();
        string name = $"{title}: {SafeText.Shorten(metrics[0].Facet)} {SafeText.Shorten(metrics[0].FacetValue)}";
        TableFrame.Begin(html, null, name, null, "metric", "state", "#value", "interval", "#from", "#to", "#baseline", "allowed", "#rows in it", "#outside");
        foreach (BiasFinding metric in metrics.OrderByDescending(metric => metric.Violated))
        {
            WriteRow(html, metric);
        }

        TableFrame.End(html);
        html.Close();
    }

    private static void WriteRow(HtmlWriter html, BiasFinding metric)
    {
        html.Open("tr", ("data-metric", SafeText.Whole(metric.Metric)), ("data-violated", metric.Violated ? "true" : "false"));
        html.Open("th", ("scope", "row")).Name(metric.Metric);
        if (BiasMetrics.Find(metric.Metric) is { } known)
        {
            html.Element("span", known.Description, ("class", "under"));
        }

        html.Close();
        (string state, string kind) = metric switch
        {
            { Violated: true } => ("worse than it may be", "bad"),
            { Value: null } => ("no value", "none"),
            { Reason: not null } => ("not judged", "none"),
            _ => ("within limits", "good"),
        };
        html.Open("td").Element("span", state, ("class", "state " + kind));
        if (metric.Reason is { } reason)
        {
            html.Open("span", ("class", "under")).Element("bdi", SafeText.Whole(reason)).Close();
        }

        if (BiasFigure.Sampled(metric) is { } sampled)
        {
            html.Element("span", sampled, ("class", "under"));
        }

        html.Close();
        Write(html, metric.Value);
        html.Open("td");
        if (metric.Value is { } value)
        {
            double?[] limits = BiasFigure.Allowed(metric) is null ? [metric.Baseline] : [metric.Minimum, metric.Maximum];
            IntervalBar.Write(html, Describe(metric, value), value, metric.Lower, metric.Upper, limits);
        }

        html.Close();
        Write(html, metric.Lower);
        Write(html, metric.Upper);
        Write(html, metric.Baseline);
        html.Element("td", BiasFigure.Allowed(metric) ?? "–");
        TableFrame.Number(html, Figures.Count(metric.FacetRows), metric.FacetRows);
        TableFrame.Number(html, Figures.Count(metric.OtherRows), metric.OtherRows);
        html.Close();
    }

    private static string Describe(BiasFinding metric, double value) =>
        MetricFigure.Of(value)
        + (metric is { Lower: { } low, Upper: { } high } ? $", interval {MetricFigure.Interval(low, high)}" : "")
        + (BiasFigure.Allowed(metric) is { } allowed ? $", allowed {allowed}" : "")
        + (metric.Baseline is { } before ? $", baseline {MetricFigure.Of(before)}" : "");

    private static void Write(HtmlWriter html, double? number) =>
        TableFrame.Number(html, number is { } value ? MetricFigure.Of(value) : "–", number);
}
