using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reports.Html;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>Says what to do next, in short; the runbook has the commands.</summary>
internal static class NextSteps
{
    private const string Runbook = "https://github.com/modelmonitor/modelmonitor/blob/main/docs/operations.md";

    /// <summary>Writes the section; nothing when there is nothing to do.</summary>
    public static void Write(HtmlWriter html, RunRecord record)
    {
        (string Anchor, string[] Steps)[] found = [.. Find(record)];
        if (found.Length == 0)
        {
            return;
        }

        html.Open("section", ("class", "card"), ("id", "next-steps"));
        html.Element("h2", "What to do next");
        foreach ((string anchor, string[] steps) in found)
        {
            html.Open("ol");
            foreach (string step in steps)
            {
                html.Element("li", step);
            }

            html.Close();
            html.Open("p").Element("a", $"The runbook: {anchor.Replace('-', ' ')}", ("href", $"{Runbook}#{anchor}"), ("rel", "noreferrer")).Close();
        }

        html.Close();
    }

    private static IEnumerable<(string Anchor, string[] Steps)> Find(RunRecord record)
    {
        if (record.Outcome == RunOutcome.CompletedWithViolations)
        {
            yield return ("violations", StepsOf(record.Kind));
        }

        if (record.Unreadable > 0)
        {
            yield return ("unreadable-rows",
            [
                "Look at the places below. One kind of fault throughout means that the format changed; a few lines mean a client that sends garbage.",
            ]);
        }

        if (record is { Outcome: RunOutcome.NoData, Unreadable: 0, UnusableRows: 0 } and not { GroundTruth.Predictions: > 0 })
        {
            yield return ("captures-stopped",
            [
                "Find out whether the endpoint had traffic, and whether its data capture is on and writes where the monitor reads.",
            ]);
        }

        if (record.Outcome == RunOutcome.Failed)
        {
            yield return ("run-failed",
            [
                "Mend what the message names; the next run takes up the window by itself.",
            ]);
        }
    }

    private static string[] StepsOf(string kind) => kind switch
    {
        MonitorKindNames.ModelQuality =>
        [
            "Find out whether the labels are right and complete: those that come first may be of other cases than those that come later.",
            "See whether the data have drifted too: the page of the data-quality monitor of the same endpoint tells which features.",
            "If the world has changed, train the model again on recent data and make the baseline of a test set of its own.",
        ],
        MonitorKindNames.Bias =>
        [
            "Look at the group sizes and the interval: a small group moves by chance.",
            "Find out what changed: who is in the facet, which labels they got (metrics of labels), or what the model says of them (metrics of predictions).",
            "If the model treats the group worse than it may, stop relying on it for decisions about them until it is mended: data, thresholds, or the model itself.",
        ],
        MonitorKindNames.Attribution =>
        [
            "Look at the features that changed their rank: did their values drift? The page of the data-quality monitor tells.",
            "If they did for good, train the model again and make a new baseline of its explanations.",
        ],
        _ =>
        [
            "Find out whether the change is real: a new release upstream, a unit or an encoding that changed, or customers who did.",
            "If the data are wrong, mend their source; the next window shows whether it worked.",
            "If the world has changed and the model still does well, make a new baseline of recent data.",
            "If the model suffers, train it again and make the baseline of the new training set.",
        ],
    };
}
