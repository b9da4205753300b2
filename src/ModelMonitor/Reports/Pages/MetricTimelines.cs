using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes small charts of metrics over time, each with its intervals as a band, what it is compared with, and violations marked.</summary>
internal static class MetricTimelines
{
    /// <summary>So many charts are on a page: those of metrics violated of late, then those that are compared with something.</summary>
    public const int MostCharts = 8;

    /// <summary>So many groups have a line in a chart.</summary>
    public const int MostLines = 5;

    private const int RowsOfTable = 24;
    private const int Recent = 24;

    /// <summary>Writes them; nothing where no run has metrics.</summary>
    public static void Write(HtmlWriter html, MonitorHistory history)
    {
        if (history.Series is not { Count: > 0 } series)
        {
            return;
        }

        HashSet<int> violated = [.. history.Runs.TakeLast(Recent).SelectMany(run => run.Metrics ?? []).Where(metric => metric.Violated is true).Select(metric => metric.Series)];
        int[][] charts =
        [
            .. Enumerable.Range(0, series.Count)
                .GroupBy(i => (series[i].Metric, series[i].Facet))
                .OrderByDescending(group => group.Any(violated.Contains))
                .Select(group => group.OrderByDescending(violated.Contains).ToArray()),
        ];
        MetricColumns columns = MetricColumns.Of(history);
        string grouped = columns.RunsPerColumn == 1 ? "" : $" A point is the last of {columns.RunsPerColumn} windows, or the last of them that is violated.";
        string left = charts.Length <= MostCharts ? "" : $" {Figures.Count(charts.Length - MostCharts, "other metric is", "other metrics are")} on the pages of the runs.";
        html.Open("section", ("class", "card"), ("id", "metrics-over-time"));
        html.Element("h2", "Metrics over time");
        html.Element("p", $"The band is the confidence interval, the dashed line what a metric is compared with, a diamond a violation.{grouped}{left}", ("class", "quiet"));
        html.Open("div", ("class", "multiples"));
        for (int i = 0; i < Math.Min(charts.Length, MostCharts); i++)
        {
            Write(html, history, series, columns, charts[i], i + 1);
        }

        html.Close().Close();
    }

    private static void Write(
        HtmlWriter html, MonitorHistory history, IReadOnlyList<HistorySeries> series, MetricColumns columns, int[] lines, int number)
    {
        int[] shown = [.. lines.Take(MostLines)];
        HistorySeries first = series[lines[0]];
        string name = SafeText.Shorten(first.Facet is null ? first.Metric : $"{first.Metric} of {first.Facet}");
        string more = lines.Length > shown.Length ? $" The first {shown.Length} of {Figures.Count(lines.Length)} groups." : "";
        int bad = history.Runs.Count(run => run.Metrics?.Any(metric => metric.Violated is true && lines.Contains(metric.Series)) is true);
        Chart.Write(
            html,
            FormattableString.Invariant($"metric-{number}"),
            "metric",
            $"{name} over time; it is violated in {bad} of {Figures.Count(history.Runs.Count, "window")}.{more}",
            caption =>
            {
                caption.Element("strong", first.Metric);
                if (first.Facet is { } facet)
                {
                    caption.Text(" of ").Name(facet);
                }

                caption.Text(more);
            },
            data => MetricJson.Write(data, series, columns, shown),
            source: null,
            table => WriteTable(table, history, series, shown, name));
    }

    private static void WriteTable(HtmlWriter html, MonitorHistory history, IReadOnlyList<HistorySeries> series, int[] lines, string name)
    {
        bool hasSegments = lines.Any(line => series[line].Segment is not null);
        TableFrame.Begin(html, null, name, null,
        [
            "window", .. (string[])(hasSegments ? ["group"] : []), "#value", "interval", "compared with", "state",
        ]);
        foreach (HistoryRun run in history.Runs.TakeLast(RowsOfTable).Reverse())
        {
            foreach (int line in lines)
            {
                html.Open("tr").Element("th", Figures.Span(run.Window), ("scope", "row"));
                if (hasSegments)
                {
                    html.Open("td").Name(series[line].Segment ?? "").Close();
                }

                Write(html, run.Metrics?.FirstOrDefault(metric => metric.Series == line));
                html.Close();
            }
        }

        TableFrame.End(html);
    }

    private static void Write(HtmlWriter html, HistoryMetric? metric)
    {
        TableFrame.Number(html, metric?.Value is { } value ? MetricFigure.Of(value) : "–");
        html.Element("td", metric is { Low: { } low, High: { } high } ? MetricFigure.Interval(low, high) : "–");
        html.Element("td", metric switch
        {
            { Threshold: { } threshold } => MetricFigure.Of(threshold),
            { Minimum: null, Maximum: null } or null => "–",
            _ => MetricFigure.Interval(metric.Minimum ?? double.NegativeInfinity, metric.Maximum ?? double.PositiveInfinity),
        });
        html.Element("td", metric is null ? "–" : metric.Violated is true ? "violated" : "");
    }
}
