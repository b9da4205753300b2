using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Reports.Pages.Quality;

/// <summary>Writes what became of the labels: how many predictions have one, and what could not be joined.</summary>
internal static class LabelFacts
{
    /// <summary>Writes the share of predictions with a label; nothing where no labels were joined.</summary>
    public static void WriteTile(HtmlWriter html, GroundTruthFinding? labels)
    {
        if (labels is not null)
        {
            Tile.Write(
                html, "labelled", "Labelled", Figures.Share(labels.LabelledShare), $"{Figures.Count(labels.Labelled)} of {Figures.Count(labels.Predictions, "prediction")}");
        }
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(HtmlWriter html, GroundTruthFinding? labels)
    {
        if (labels is null)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "labels"));
        html.Element("h2", "Labels");
        html.Open("dl", ("class", "facts"));
        Fact(html, "Predictions", $"{Figures.Count(labels.Predictions)}, {Figures.Count(labels.Labelled)} of them with a label ({Figures.Share(labels.LabelledShare)})");
        Fact(html, "Without an id", labels.WithoutId == 0 ? "none" : $"{Figures.Count(labels.WithoutId, "prediction")}; no label can be joined to them");
        Fact(html, "Labels read", $"{Figures.Count(labels.Labels)} from {Figures.Count(labels.ObjectCount, "file")}");
        Fact(html, "Of no prediction", $"{Figures.Count(labels.UnmatchedLabels, "label")} of no prediction of this window");
        Fact(html, "Given again", $"{Figures.Count(labels.Duplicates, "label")}; the last one of a prediction counts");
        Fact(html, "Unreadable", Figures.Count(labels.Unreadable));
        if (labels.ClosesAt is { } closes)
        {
            Fact(html, "Closes", $"{Figures.Time(closes)}; labels that come later do not count");
        }

        html.Close();
        WriteUnreadable(html, labels);
        html.Close();
    }

    private static void WriteUnreadable(HtmlWriter html, GroundTruthFinding labels)
    {
        if (labels.UnreadableSamples.Count == 0)
        {
            return;
        }

        TableFrame.Begin(html, "unreadable-labels", "Labels that could not be read", null, "file", "#line", "why");
        foreach (UnreadableSample sample in labels.UnreadableSamples)
        {
            html.Open("tr").Open("td").Element("bdi", SafeText.Whole(sample.File), ("class", "key")).Close();
            TableFrame.Number(html, sample.Line == 0 ? "all" : Figures.Count(sample.Line));
            html.Open("td").Element("bdi", SafeText.Whole(sample.Reason)).Close();
            html.Close();
        }

        TableFrame.End(html);
    }

    private static void Fact(HtmlWriter html, string name, string text) => html.Element("dt", name).Element("dd", text);
}
