using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Statistics.Classification;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes the table of classes: rows, metrics, and what each is taken for most often.</summary>
internal static class ClassTable
{
    /// <summary>Writes it; nothing for other problems than that of several classes.</summary>
    public static void Write(HtmlWriter html, QualityStatisticsDocument current)
    {
        if (current.Classes.Count == 0)
        {
            return;
        }

        string[] metrics = [.. current.Classes[0].Metrics.Select(metric => metric.Name)];
        html.Open("section", ("class", "card"), ("id", "all-classes"));
        html.Open("h2").Text("Classes ").Element("span", Figures.Count(current.Classes.Count), ("class", "count")).Close();
        TableFrame.Begin(
            html, "classes", "Classes", "Filter classes", ["class", "#rows", .. metrics.SelectMany(name => new[] { "#" + name, $"interval of {name}" }), "most often taken for"]);
        foreach (ClassQuality one in current.Classes.OrderByDescending(one => one.Support).ThenBy(one => one.Name, StringComparer.Ordinal))
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(one.Name).Close();
            TableFrame.Number(html, Figures.Count(one.Support), one.Support);
            foreach (string name in metrics)
            {
                Write(html, one.Metrics.FirstOrDefault(metric => metric.Name == name));
            }

            WriteConfused(html, current.Confusion, one);
            html.Close();
        }

        TableFrame.End(html);
        html.Close();
    }

    private static void Write(HtmlWriter html, QualityMetric? metric)
    {
        TableFrame.Number(html, metric?.Value is { } value ? MetricFigure.Of(value) : "–", metric?.Value);
        html.Element(
            "td",
            metric is { Low: { } low, High: { } high } ? MetricFigure.Interval(low, high) : metric?.Reason is { } reason ? SafeText.Shorten(MetricFigure.Reason(reason)) : "–",
            ("class", "quiet"));
    }

    private static void WriteConfused(HtmlWriter html, ConfusionMatrix? confusion, ClassQuality one)
    {
        html.Open("td");
        int row = confusion is null ? -1 : IndexOf(confusion.Classes, one.Name);
        int[] others = row < 0 ? [] : [.. Enumerable.Range(0, confusion!.Classes.Count).Where(i => i != row && confusion[row, i] > 0)];
        if (others.Length == 0)
        {
            html.Text("–");
        }
        else
        {
            int most = others.MaxBy(i => confusion![row, i]);
            html.Name(confusion!.Classes[most]).Text($" ({Figures.Share((double)confusion[row, most] / confusion.Actual(row))})");
        }

        html.Close();
    }

    private static int IndexOf(IReadOnlyList<string> classes, string name)
    {
        for (int i = 0; i < classes.Count; i++)
        {
            if (classes[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
