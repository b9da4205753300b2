using ModelMonitor.Reading;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages;

/// <summary>The page of a run: the verdict, what changed with the evidence, every feature, and what went in.</summary>
internal static class RunPage
{
    /// <summary>So many features have their evidence in sight; that of the others is shown on demand.</summary>
    public const int MostCards = 8;

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
        RunVerdict.Write(html, model.Record, model.Evidence);
        WriteTiles(html, model);
        FeatureEvidence[] cards = [.. model.Evidence.Where(IsRemarkable).Take(MostCards)];
        WriteCards(html, model, cards);
        NextSteps.Write(html, model.Record);
        RuleTable.Write(html, model.Record.Rules);
        FeatureTable.Write(html, model.Evidence, cards.Length);
        RunFacts.Write(html, model);
    }

    private static bool IsRemarkable(FeatureEvidence evidence) => evidence.Violations.Count > 0 || evidence.Finding is { Drifted: true };

    private static void WriteTiles(HtmlWriter html, RunPageModel model)
    {
        var record = model.Record;
        html.Open("dl", ("class", "tiles"));
        Tile.Write(html, "violations", "Violations", Figures.Count(record.Violations));
        Tile.Write(html, "drifted", "Features drifted", Figures.Count(record.Features.Count(feature => feature.Drifted)),
            $"of {Figures.Count(record.Features.Count(feature => feature.Distance is not null))} compared");
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

    private static void WriteCards(HtmlWriter html, RunPageModel model, FeatureEvidence[] cards)
    {
        if (cards.Length == 0)
        {
            return;
        }

        html.Open("section", ("id", "what-changed"));
        html.Element("h2", "What changed");
        int remarkable = model.Evidence.Count(IsRemarkable);
        html.Element("p", remarkable > cards.Length
            ? $"The {cards.Length} features that weigh most, of {Figures.Count(remarkable)} with violations; the others are in the table below."
            : "Most important first.", ("class", "quiet"));
        for (int i = 0; i < cards.Length; i++)
        {
            EvidenceCard.Write(html, cards[i], i + 1);
        }

        html.Close();
    }
}
