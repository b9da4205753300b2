using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>The page of all monitors: those first that need someone.</summary>
internal static class IndexPage
{
    /// <summary>Writes the page.</summary>
    public static byte[] Write(IReadOnlyList<MonitorState> monitors) =>
        PageFrame.Write("Monitors", "monitors", depth: 0, [], hasCharts: false, html => WriteContent(html, monitors));

    private static void WriteContent(HtmlWriter html, IReadOnlyList<MonitorState> monitors)
    {
        html.Open("div", ("class", "title")).Element("h1", "Monitors").Close();
        int bad = monitors.Count(monitor => monitor.Last.IsBad);
        int silent = monitors.Count(monitor => monitor.Last.Outcome == RunOutcome.NoData);
        html.Open("p", ("class", "verdict " + (bad > 0 ? "bad" : silent > 0 ? "none" : "good")), ("id", "verdict"));
        html.Text(Sentence(monitors.Count, bad, silent)).Close();
        if (monitors.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "all-monitors"));
        bool hasDue = monitors.Any(monitor => monitor.NextDue is not null);
        bool hasAlarms = monitors.Any(monitor => monitor.Alarms is { Count: > 0 });
        TableFrame.Begin(html, "monitors", "Monitors", "Filter monitors",
        [
            "monitor", "state", "last window", "#violations", "over time", "#rows",
            .. (string[])(hasDue ? ["next report due"] : []),
            .. (string[])(hasAlarms ? ["own alarms"] : []),
        ]);
        foreach (MonitorState monitor in Ordered(monitors))
        {
            WriteRow(html, monitor, hasDue, hasAlarms);
        }

        TableFrame.End(html);
        html.Close();
    }

    private static string Sentence(int monitors, int bad, int silent) => (monitors, bad, silent) switch
    {
        (0, _, _) => "No monitor has run yet.",
        (_, 0, 0) => $"All is well: {Figures.Count(monitors, "monitor")} without a violation in the last window.",
        (_, 0, _) => $"{Figures.Count(silent)} of {Figures.Count(monitors, "monitor")} had no data in the last window; the others found nothing amiss.",
        (1, _, _) => "The monitor needs a look.",
        _ => $"{Figures.Count(bad)} of {Figures.Count(monitors, "monitor")} {(bad == 1 ? "needs" : "need")} a look.",
    };

    /// <summary>The monitors of a file stand together, files first of which a monitor needs a look.</summary>
    private static IEnumerable<MonitorState> Ordered(IReadOnlyList<MonitorState> monitors) => monitors
        .GroupBy(monitor => (KindWords.FileOf(monitor.Monitor, monitor.Kind), monitor.Endpoint))
        .OrderBy(file => file.Min(Rank)).ThenBy(file => file.Key.Item1, StringComparer.Ordinal)
        .SelectMany(file => file.OrderBy(monitor => KindWords.Order(monitor.Kind)).ThenBy(monitor => monitor.Monitor, StringComparer.Ordinal));

    private static int Rank(MonitorState monitor) => monitor.Last.Outcome switch
    {
        RunOutcome.Failed => 0,
        RunOutcome.CompletedWithViolations => 1,
        RunOutcome.NoData => 2,
        _ => 3,
    };

    private static void WriteRow(HtmlWriter html, MonitorState monitor, bool hasDue, bool hasAlarms)
    {
        HistoryRun last = monitor.Last;
        html.Open("tr", ("data-monitor", monitor.Monitor), ("data-outcome", last.Outcome.ToString()));
        html.Open("th", ("scope", "row")).Open("a", ("href", ObjectKeys.SiteMonitorPath(monitor.Monitor))).Name(monitor.Monitor).Close();
        html.Open("span", ("class", "under")).Name(monitor.Endpoint).Text(KindWords.HasFeatures(monitor.Kind) ? "" : $" · {KindWords.Of(monitor.Kind)}").Close().Close();
        html.Open("td", ("data-label", "state"), ("data-sort", Rank(monitor).ToString(CultureInfo.InvariantCulture)));
        html.Element("span", OutcomeBadge.WordOf(last.Outcome), ("class", "state " + OutcomeBadge.ClassOf(last.Outcome)));
        if (monitor.Farthest is { } farthest)
        {
            html.Open("span", ("class", "under")).Name(farthest).Text(" drifts").Close();
        }
        else if (monitor.Worst is { } worst)
        {
            html.Open("span", ("class", "under")).Element("bdi", SafeText.Whole(worst)).Close();
        }

        html.Close();
        html.Open("td", ("data-label", "last window"), ("data-sort", last.Window.End.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        html.Element("a", Figures.Span(last.Window), ("href", $"monitors/{monitor.Monitor}/{ObjectKeys.SiteRunPath(last.Window.Start)}")).Close();
        TableFrame.Number(html, Figures.Count(last.Violations), last.Violations, "violations");
        html.Open("td", ("data-label", "over time"));
        Sparkline.Write(html, monitor.Trend);
        html.Close();
        TableFrame.Number(html, Figures.Count(last.Rows), last.Rows, "rows");
        if (hasDue)
        {
            WriteDue(html, monitor);
        }

        if (hasAlarms)
        {
            WriteAlarms(html, monitor.Alarms);
        }

        html.Close();
    }

    private static void WriteDue(HtmlWriter html, MonitorState monitor)
    {
        string? seconds = monitor.NextDue?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        html.Open("td", ("data-due", seconds), ("data-sort", seconds), ("data-label", "next report due"));
        html.Text(monitor.NextDue is { } due ? Figures.Time(due) : "–");
        if (monitor.Schedule is { } schedule)
        {
            html.Element("span", schedule, ("class", "under"));
        }

        html.Close();
    }

    private static void WriteAlarms(HtmlWriter html, IReadOnlyList<string>? alarms) => html.Element(
        "td",
        alarms is null ? "–" : alarms.Count == 0 ? "none" : Figures.Count(alarms.Count),
        ("data-label", "own alarms"),
        ("title", alarms is { Count: > 0 } ? SafeText.Whole(string.Join(", ", alarms)) : null));
}
