using ModelMonitor.Reports.Html;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>Says in a sentence what became of a run.</summary>
internal static class RunVerdict
{
    /// <summary>Writes the sentence.</summary>
    public static void Write(HtmlWriter html, RunRecord record, IKindContent content)
    {
        html.Open("p", ("class", "verdict " + OutcomeBadge.ClassOf(record.Outcome)), ("id", "verdict"));
        switch (record.Outcome)
        {
            case RunOutcome.Failed:
                html.Text("The window was not judged: ").Text(SafeText.Whole(record.Message)).Text(".");
                break;
            case RunOutcome.NoData:
                html.Text(WhyNothing(record));
                break;
            default:
                content.WriteFinding(html);
                break;
        }

        html.Close();
    }

    /// <summary>A ratio in words: <c>3.1 times</c>.</summary>
    internal static string Times(double ratio) => ratio >= 1e6
        ? "far beyond"
        : $"{Figures.Number(Math.Round(ratio, ratio < 10.0 ? 1 : 0))} times";

    private static string WhyNothing(RunRecord record) => record switch
    {
        { GroundTruth.Predictions: > 0 and long predictions } =>
            $"No label has come yet for {Figures.Count(predictions, "prediction")} of the window; it is judged when labels come.",
        { Unreadable: > 0 } => $"Nothing could be read: {Figures.Count(record.Unreadable, "line or object is", "lines or objects are")} unreadable.",
        _ => "There was no captured data in the window, so there was nothing to judge.",
    };
}
