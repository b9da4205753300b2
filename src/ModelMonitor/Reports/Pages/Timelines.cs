using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes the charts over time, which share one axis.</summary>
internal static class Timelines
{
    private const int RowsOfTable = 24;

    /// <summary>Writes them.</summary>
    public static void Write(HtmlWriter html, MonitorHistory history)
    {
        html.Open("section", ("class", "card"), ("id", "timelines"));
        html.Element("h2", "Over time");
        bool hasFeatures = KindWords.HasFeatures(history.Kind);
        HistoryRun[] recent = [.. history.Runs.TakeLast(RowsOfTable).Reverse()];
        string span = $"{Figures.Time(history.Runs[0].Window.Start)} to {Figures.Time(history.Runs[^1].Window.End)}";
        Chart.Write(
            html,
            "violations-over-time",
            "violations",
            $"Violations of each window from {span}; {history.Runs.Count(run => run.IsBad)} of {Figures.Count(history.Runs.Count, "window")} have some or failed.",
            caption => caption.Text(hasFeatures ? "Violations and drifted features, window by window" : "Violations, window by window"),
            data: null,
            "runs",
            table => WriteTable(
                table,
                recent,
                "Violations of the last windows",
                [("#violations", run => Figures.Count(run.Violations)), .. ((string, Func<HistoryRun, string>)[])(hasFeatures ? [("#drifted features", run => Figures.Count(run.Drifted))] : [])]));
        Chart.Write(
            html,
            "rows-over-time",
            "rows",
            $"Rows, unreadable lines and capture lag of each window from {span}.",
            caption => caption.Text("Rows, unreadable lines and capture lag"),
            data: null,
            "runs",
            table => WriteTable(
                table,
                recent,
                "Rows of the last windows",
                ("#rows", run => Figures.Count(run.Rows)),
                ("#unreadable", run => Figures.Count(run.Unreadable)),
                ("#lag", run => run.LagSeconds is { } lag ? Figures.Duration(lag) : "–")));
        if (history.HasLabels)
        {
            Chart.Write(
                html,
                "labels-over-time",
                "labelled",
                $"Share of predictions with a label in each window from {span}.",
                caption => caption.Text("Share of predictions with a label"),
                data: null,
                "runs",
                table => WriteTable(
                    table, recent, "Labels of the last windows", ("#labelled", run => run.LabelledShare is { } share ? Figures.Share(share) : "–")));
        }

        WriteMarks(html, history.Marks);
        html.Close();
    }

    /// <summary>The dashed lines of the charts in words, youngest first.</summary>
    private static void WriteMarks(HtmlWriter html, IReadOnlyList<HistoryMark> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        html.Open("h3").Text("Marks").Close();
        html.Open("ul", ("id", "marks"));
        foreach (HistoryMark mark in marks.Reverse())
        {
            html.Open("li", ("data-mark", mark.Kind)).Text($"{Figures.Time(mark.Time)}: ");
            if (mark.Link is { } link)
            {
                html.Open("a", ("href", link)).Name(mark.Title).Close();
            }
            else
            {
                html.Name(mark.Title);
            }

            html.Close();
        }

        html.Close();
    }

    private static void WriteTable(
        HtmlWriter html, HistoryRun[] runs, string name, params ReadOnlySpan<(string Column, Func<HistoryRun, string> Text)> figures)
    {
        List<string> columns = ["window"];
        foreach ((string column, _) in figures)
        {
            columns.Add(column);
        }

        TableFrame.Begin(html, null, name, null, [.. columns]);
        foreach (HistoryRun run in runs)
        {
            html.Open("tr").Element("th", Figures.Span(run.Window), ("scope", "row"));
            foreach ((_, Func<HistoryRun, string> text) in figures)
            {
                TableFrame.Number(html, text(run));
            }

            html.Close();
        }

        TableFrame.End(html);
    }
}
