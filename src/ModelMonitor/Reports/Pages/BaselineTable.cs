using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes which baselines a monitor's runs were compared with, and since when.</summary>
internal static class BaselineTable
{
    /// <summary>Writes it; nothing when no baseline has a version.</summary>
    public static void Write(HtmlWriter html, MonitorHistory history)
    {
        IGrouping<string, HistoryRun>[] versions =
        [
            .. history.Runs.Where(run => run.Baseline is not null).GroupBy(run => run.Baseline!, StringComparer.Ordinal)
                .OrderByDescending(group => group.Max(run => run.Window.Start)),
        ];
        if (versions.Length == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "baselines"));
        html.Element("h2", "Baselines");
        TableFrame.Begin(html, null, "Baselines", null, "version", "first window", "last window", "#runs");
        foreach (IGrouping<string, HistoryRun> version in versions)
        {
            html.Open("tr").Open("th", ("scope", "row")).Name(version.Key).Close();
            html.Element("td", Figures.Time(version.Min(run => run.Window.Start)));
            html.Element("td", Figures.Time(version.Max(run => run.Window.Start)));
            TableFrame.Number(html, Figures.Count(version.Count()));
            html.Close();
        }

        TableFrame.End(html);
        html.Close();
    }
}
