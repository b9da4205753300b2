using ModelMonitor.Reports.Html;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>Writes an outcome in a word, with a sign and a color.</summary>
internal static class OutcomeBadge
{
    /// <summary>The class that colors an outcome.</summary>
    public static string ClassOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "good",
        RunOutcome.CompletedWithViolations => "bad",
        RunOutcome.Failed => "failed",
        _ => "none",
    };

    /// <summary>The word for an outcome.</summary>
    public static string WordOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "Healthy",
        RunOutcome.CompletedWithViolations => "Violations",
        RunOutcome.Failed => "Failed",
        _ => "No data",
    };

    /// <summary>Writes it.</summary>
    public static void Write(HtmlWriter html, RunOutcome outcome) => html.Element(
        "span", WordOf(outcome), ("class", "badge " + ClassOf(outcome)), ("data-outcome", outcome.ToString()));
}
