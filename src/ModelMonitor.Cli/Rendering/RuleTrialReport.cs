using System.Globalization;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Rules;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what became of rules that were tried, for people.</summary>
internal static class RuleTrialReport
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, long rows, IReadOnlyList<RuleTrialResult> results)
    {
        screen.WriteParagraph($"The record is {Figures.Count(rows, "row")}.", Color.Green);
        screen.WriteLine();
        TextTable table = new(
            new TableColumn(""),
            new TableColumn("rule", MaximumWidth: 32, Shrinks: true),
            new TableColumn("over"),
            new TableColumn("time", IsRight: true),
            new TableColumn("result", Shrinks: true));
        foreach (RuleTrialResult result in results)
        {
            bool isSkipped = !result.Finding.Violated && result.Problem is not null;
            table.Add(
                isSkipped ? new Cell("–", Color.Grey) : result.Finding.Violated ? new Cell("✗", Color.Red) : new Cell("✓", Color.Green),
                result.Finding.Name,
                result.Finding.Over ?? "script",
                string.Create(CultureInfo.InvariantCulture, $"{result.Milliseconds:f1} ms"),
                result.Problem ?? (result.Finding.Violated ? "not true" : "true"));
        }

        table.WriteTo(screen);
    }
}
