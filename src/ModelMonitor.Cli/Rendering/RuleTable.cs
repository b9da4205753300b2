using ModelMonitor.Reports.Wording;
using ModelMonitor.Rules;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what became of the monitor's own rules and scripts, those that were violated first.</summary>
internal static class RuleTable
{
    /// <summary>Writes the table; nothing where there are no rules.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<RuleFinding>? rules)
    {
        if (rules is not { Count: > 0 })
        {
            return;
        }

        screen.WriteLine();
        TextTable table = new(
            new TableColumn(""),
            new TableColumn("rule", MaximumWidth: 28, Shrinks: true),
            new TableColumn("over"),
            new TableColumn("rows that fail", IsRight: true),
            new TableColumn("what it says", Shrinks: true));
        foreach (RuleFinding rule in rules.OrderByDescending(rule => rule.Violated))
        {
            table.Add(
                rule.Violated ? new Cell("✗", Color.Red) : new Cell("✓", Color.Green),
                rule.Name,
                rule.Over ?? "script",
                Failing(rule),
                rule.Error ?? (rule.Violated ? rule.Message ?? "violated" : "holds"));
        }

        table.WriteTo(screen);
    }

    private static string Failing(RuleFinding rule)
    {
        if (rule.Failed is not { } failed)
        {
            return "";
        }

        long rows = failed + (rule.Passed ?? 0) + (rule.Errors ?? 0);
        return $"{Figures.Count(failed + (rule.Errors ?? 0))} of {Figures.Count(rows)}";
    }
}
