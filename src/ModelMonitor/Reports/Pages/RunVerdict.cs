using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>Says in a sentence what became of a run.</summary>
internal static class RunVerdict
{
    /// <summary>Writes the sentence.</summary>
    public static void Write(HtmlWriter html, RunRecord record, IReadOnlyList<FeatureEvidence> evidence)
    {
        html.Open("p", ("class", "verdict " + OutcomeBadge.ClassOf(record.Outcome)), ("id", "verdict"));
        WriteSentence(html, record, evidence);
        html.Close();
    }

    private static void WriteSentence(HtmlWriter html, RunRecord record, IReadOnlyList<FeatureEvidence> evidence)
    {
        string rows = Figures.Count(record.Rows, "row");
        int measured = record.Features.Count(feature => feature.Distance is not null);
        FeatureEvidence[] drifted = [.. evidence.Where(feature => feature.Finding is { Drifted: true })];
        switch (record.Outcome)
        {
            case RunOutcome.Failed:
                html.Text("The window was not judged: ").Text(SafeText.Whole(record.Message)).Text(".");
                break;
            case RunOutcome.NoData:
                html.Text(record.Unreadable > 0
                    ? $"Nothing could be read: {Figures.Count(record.Unreadable, "line or object is", "lines or objects are")} unreadable."
                    : "There was no captured data in the window, so there was nothing to judge.");
                break;
            case RunOutcome.Completed:
                html.Text($"Nothing is amiss: {rows} meet every constraint, and none of {Figures.Count(measured, "feature")} drifted.");
                break;
            default:
                WriteViolations(html, record, drifted, measured, rows);
                break;
        }
    }

    private static void WriteViolations(
        HtmlWriter html, RunRecord record, FeatureEvidence[] drifted, int measured, string rows)
    {
        string violations = Figures.Count(record.Violations, "violation");
        if (drifted.Length == 0)
        {
            html.Text($"{violations} in {rows}; no feature drifted.");
            return;
        }

        html.Element("strong", drifted.Length == 1
            ? $"1 of {Figures.Count(measured, "feature")} drifted"
            : $"{Figures.Count(drifted.Length)} of {Figures.Count(measured, "feature")} drifted");
        html.Text(drifted.Length == 1 ? ": " : ", above all ").Name(drifted[0].Name);
        html.Text($", {Times(drifted[0].Ratio)} its threshold. {violations} in {rows}.");
    }

    /// <summary>A ratio in words: <c>3.1 times</c>.</summary>
    internal static string Times(double ratio) => ratio >= 1e6
        ? "far beyond"
        : $"{Figures.Number(Math.Round(ratio, ratio < 10.0 ? 1 : 0))} times";
}
