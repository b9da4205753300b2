using ModelMonitor.Reading;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes what went into a run: what could not be read, which input, which baseline, and where the files are.</summary>
internal static class RunFacts
{
    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, RunPageModel model)
    {
        RunRecord record = model.Record;
        WriteUnreadable(html, record);
        html.Open("section", ("class", "card"), ("id", "facts"));
        html.Element("h2", "What went in");
        html.Open("dl", ("class", "facts"));
        Fact(html, "Input", $"{Figures.Count(record.Rows, "row")} from {Figures.Count(record.ObjectCount, "file")}, {Figures.Bytes(record.TotalBytes)}");
        Fact(html, "Rows of other windows", Figures.Count(record.RowsOutsideWindow));
        if (record.LateObjects > 0)
        {
            Fact(html, "Late files", $"{Figures.Count(record.LateObjects, "file")} came after the window had been judged; this is the judgement with them.");
        }

        if (record.UnusableNumbers > 0)
        {
            Fact(html, "Numbers no double holds", Figures.Count(record.UnusableNumbers, "cell"));
        }

        if (record.IsJudged)
        {
            string baseline = SafeText.Whole(record.BaselineVersion ?? record.BaselinePrefix ?? "the one given to this run, which has no version");
            Fact(html, "Baseline", model.HasBaseline ? baseline : $"{baseline}; its statistics were not found, so only this window is drawn");
        }

        Fact(html, "Endpoint", SafeText.Whole(model.Endpoint));
        Fact(html, "Kind", SafeText.Shorten(record.Kind));
        Fact(html, "Judged", $"{Figures.Time(record.StartedAt)}, in {Figures.Duration(record.DurationSeconds)}"
            + (record.Attempts > 1 ? $", after {Figures.Count(record.Attempts - 1, "failed attempt")}" : ""));
        Fact(html, "Engine", SafeText.Shorten(record.EngineVersion));
        Fact(html, "Report", SafeText.Whole(model.ReportPrefix));
        foreach (string note in record.Notes.Take(20))
        {
            Fact(html, "Note", SafeText.Whole(note));
        }

        html.Close().Close();
    }

    private static void WriteUnreadable(HtmlWriter html, RunRecord record)
    {
        if (record.UnreadableSamples.Count == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "unreadable"));
        html.Open("h2").Text("What could not be read ").Element("span", Figures.Count(record.Unreadable), ("class", "count")).Close();
        html.Element("p", $"The first {Figures.Count(record.UnreadableSamples.Count, "place")}; nothing of them counts anywhere else.", ("class", "quiet"));
        TableFrame.Begin(html, null, "What could not be read", null, "file", "#line", "why");
        foreach (UnreadableSample sample in record.UnreadableSamples)
        {
            html.Open("tr").Open("td").Element("bdi", SafeText.Whole(sample.File), ("class", "key")).Close();
            TableFrame.Number(html, sample.Line == 0 ? "all" : Figures.Count(sample.Line));
            html.Open("td").Element("bdi", SafeText.Whole(sample.Reason)).Close();
            html.Close();
        }

        TableFrame.End(html);
        html.Close();
    }

    private static void Fact(HtmlWriter html, string name, string text) =>
        html.Element("dt", name).Open("dd").Element("bdi", text).Close();
}
