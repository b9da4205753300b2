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
                html.Text("The window was not judged: ").Text(NothingJudged.Because(record)).Text(".");
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
}
