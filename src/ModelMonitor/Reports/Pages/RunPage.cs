using ModelMonitor.Reading;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>The page of a run: the verdict, the evidence of its kind of monitor, what to do next, and what went in.</summary>
internal static class RunPage
{
    private const int FoldersDeep = 3;

    /// <summary>Writes the page.</summary>
    public static byte[] Write(RunPageModel model)
    {
        TimeWindow window = model.Record.Window!;
        return PageFrame.Write(
            $"{Figures.Span(window)}",
            "run",
            FoldersDeep,
            [("Monitors", "../../../index.html"), (model.Record.Monitor, "../index.html")],
            hasCharts: true,
            html => WriteContent(html, model, window),
            model.Mark);
    }

    private static void WriteContent(HtmlWriter html, RunPageModel model, TimeWindow window)
    {
        html.Open("div", ("class", "title"));
        html.Open("h1").Name(model.Record.Monitor).Text(" ").Element("span", Figures.Span(window), ("class", "window")).Close();
        OutcomeBadge.Write(html, model.Record.Outcome);
        html.Close();
        RunVerdict.Write(html, model.Record, model.Content);
        WriteTiles(html, model);
        model.Content.WriteEvidence(html);
        NextSteps.Write(html, model.Record);
        model.Content.WriteDetails(html);
        RunFacts.Write(html, model);
    }

    private static void WriteTiles(HtmlWriter html, RunPageModel model)
    {
        var record = model.Record;
        html.Open("dl", ("class", "tiles"));
        Tile.Write(html, "violations", "Violations", Figures.Count(record.Violations));
        model.Content.WriteTiles(html);
        Tile.Write(html, "rows", "Rows", Figures.Count(record.Rows), $"{Figures.Count(record.ObjectCount, "file")}, {Figures.Bytes(record.TotalBytes)}");
        Tile.Write(html, "unreadable", "Unreadable", Figures.Count(record.Unreadable));
        if (record.CaptureLagSeconds is { } lag)
        {
            Tile.Write(html, "lag", "Capture lag", Figures.Duration(lag), "from the last event to the window's end");
        }

        if (record.CostUsd is { } cost)
        {
            Tile.Write(html, "cost", "Cost", $"{Figures.Number(cost)} USD", "estimated, at public prices");
        }

        html.Close();
    }
}
