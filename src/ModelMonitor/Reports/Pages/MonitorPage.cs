using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>The page of a monitor: how it stands, what moved and when, and all runs.</summary>
internal static class MonitorPage
{
    /// <summary>So many runs stand in the table; those before are shown on demand.</summary>
    public const int MostRows = 100;

    private const int FoldersDeep = 2;
    private const int MostSummed = 24;

    /// <summary>Writes the page of a monitor with at least one run.</summary>
    public static byte[] Write(MonitorHistory history) => PageFrame.Write(
        history.Monitor, "monitor", FoldersDeep, [("Monitors", "../../index.html")], hasCharts: true, html => WriteContent(html, history));

    private static void WriteContent(HtmlWriter html, MonitorHistory history)
    {
        HistoryRun last = history.Runs[^1];
        html.Open("div", ("class", "title")).Open("h1").Name(history.Monitor).Text(" ");
        html.Open("span", ("class", "window")).Text(KindWords.HasFeatures(history.Kind) ? "endpoint " : $"{KindWords.Of(history.Kind)} of endpoint ").Name(history.Endpoint).Close().Close();
        OutcomeBadge.Write(html, last.Outcome);
        html.Close();
        WriteVerdict(html, history, last);
        WriteTiles(html, history, last);
        html.Data("runs", json => HistoryJson.Write(json, history));
        if (KindWords.HasFeatures(history.Kind))
        {
            DriftMap.Write(html, history);
        }
        else
        {
            MetricTimelines.Write(html, history);
        }

        Timelines.Write(html, history);
        WriteRuns(html, history);
        BaselineTable.Write(html, history);
    }

    private static void WriteVerdict(HtmlWriter html, MonitorHistory history, HistoryRun last)
    {
        HistoryRun[] recent = [.. history.Runs.TakeLast(MostSummed)];
        int bad = recent.Count(run => run.IsBad);
        html.Open("p", ("class", "verdict " + OutcomeBadge.ClassOf(last.Outcome)), ("id", "verdict"));
        int streak = history.Runs.Reverse().TakeWhile(run => run.Outcome == last.Outcome).Count();
        string since = Figures.Time(history.Runs[^streak].Window.Start);
        html.Text(last.Outcome switch
        {
            RunOutcome.Completed when bad == 0 => $"Healthy: no violation in the last {Figures.Count(recent.Length, "window")}.",
            RunOutcome.Completed => $"Healthy since {since}; {bad} of the last {Figures.Count(recent.Length, "window")} were not.",
            RunOutcome.CompletedWithViolations when streak > 1 => $"Violations in every window since {since}.",
            RunOutcome.CompletedWithViolations => "Violations in the last window.",
            RunOutcome.Failed => $"The last window was not judged: {SafeText.Whole(last.Failure ?? "")}.",
            _ => $"No data since {since}.",
        });
        (int Feature, int Percent)[] beyond = [.. last.Moves().Where(move => move.Percent > 100).OrderByDescending(move => move.Percent)];
        if (beyond.Length > 0)
        {
            html.Text(" ").Name(history.Features[beyond[0].Feature]);
            html.Text(beyond.Length == 1 ? " drifts" : " drifts most");
            html.Text($", {RunVerdict.Times(beyond[0].Percent / 100.0)} its threshold.");
        }
        else if (WorstMetric.Of(history, last) is { } worst)
        {
            html.Text(" Farthest is ").Element("bdi", SafeText.Whole(worst)).Text(".");
        }

        html.Close();
    }

    private static void WriteTiles(HtmlWriter html, MonitorHistory history, HistoryRun last)
    {
        html.Open("dl", ("class", "tiles"));
        Tile.Write(html, "last", "Last window", Figures.Span(last.Window));
        Tile.Write(
            html, "violations", "Violations", Figures.Count(last.Violations), KindWords.HasFeatures(history.Kind) ? $"{Figures.Count(last.Drifted, "feature")} drifted" : null);
        if (last.LabelledShare is { } labelled)
        {
            Tile.Write(html, "labelled", "Labelled", Figures.Share(labelled), "of the predictions");
        }

        Tile.Write(html, "rows", "Rows", Figures.Count(last.Rows));
        Tile.Write(html, "unreadable", "Unreadable", Figures.Count(last.Unreadable));
        if (last.LagSeconds is { } lag)
        {
            Tile.Write(html, "lag", "Capture lag", Figures.Duration(lag));
        }

        if (history.NextDue is { } due)
        {
            Tile.Write(html, "next", "Next report due", Figures.Time(due), history.Schedule);
        }

        html.Close();
    }

    private static void WriteRuns(HtmlWriter html, MonitorHistory history)
    {
        html.Open("section", ("class", "card"), ("id", "all-runs"));
        html.Open("h2").Text("Runs ").Element("span", Figures.Count(history.Runs.Count), ("class", "count")).Close();
        TableFrame.Begin(html, "run-table", "Runs", "Filter runs",
        [
            "window", "outcome", "#violations",
            .. (string[])(KindWords.HasFeatures(history.Kind) ? ["#drifted"] : history.HasLabels ? ["#labelled"] : []),
            "#rows", "#unreadable", "#late files", "#lag", "#took",
        ]);
        foreach (HistoryRun run in history.Runs.Reverse().Take(MostRows))
        {
            WriteRun(html, run, history);
        }

        TableFrame.End(html);
        if (history.Runs.Count > MostRows)
        {
            html.Element("p", $"The last {MostRows} of {Figures.Count(history.Runs.Count, "run")}.", ("class", "quiet"), ("id", "more-runs"),
                ("data-shown", MostRows.ToString(CultureInfo.InvariantCulture)));
        }

        html.Close();
    }

    private static void WriteRun(HtmlWriter html, HistoryRun run, MonitorHistory history)
    {
        html.Open("tr", ("data-outcome", run.Outcome.ToString()));
        html.Open("th", ("scope", "row"), ("data-sort", run.Window.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        html.Element("a", Figures.Span(run.Window), ("href", ObjectKeys.SiteRunPath(run.Window.Start))).Close();
        html.Open("td").Element("span", OutcomeBadge.WordOf(run.Outcome), ("class", "state " + OutcomeBadge.ClassOf(run.Outcome))).Close();
        TableFrame.Number(html, Figures.Count(run.Violations), run.Violations);
        if (KindWords.HasFeatures(history.Kind))
        {
            TableFrame.Number(html, Figures.Count(run.Drifted), run.Drifted);
        }
        else if (history.HasLabels)
        {
            TableFrame.Number(html, run.LabelledShare is { } share ? Figures.Share(share) : "–", run.LabelledShare ?? -1.0);
        }

        TableFrame.Number(html, Figures.Count(run.Rows), run.Rows);
        TableFrame.Number(html, Figures.Count(run.Unreadable), run.Unreadable);
        TableFrame.Number(html, Figures.Count(run.LateObjects), run.LateObjects);
        TableFrame.Number(html, run.LagSeconds is { } lag ? Figures.Duration(lag) : "–", run.LagSeconds ?? -1.0);
        TableFrame.Number(html, Figures.Duration(run.DurationSeconds), run.DurationSeconds);
        html.Close();
    }
}
