using ModelMonitor.Documents;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes violations; features that violate the same check in the same way share a row.</summary>
internal static class ViolationTable
{
    private const int MostRows = 20;
    private const int LongestName = 28;

    /// <summary>The space before the names of a row's features: the table's and their own.</summary>
    private const int NamesIndent = 4;

    /// <summary>Writes the table, in the order that the violations were found.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<Violation> violations)
    {
        TextTable table = new(
            new TableColumn("feature", MaximumWidth: LongestName, Shrinks: true),
            new TableColumn("check", MaximumWidth: 26),
            new TableColumn("what was found", Shrinks: true));
        int told = 0;
        foreach (ViolationRow row in ViolationRow.Of(violations).Take(MostRows))
        {
            bool isShared = row.Features.Count > 1;
            string subject = isShared ? Figures.Count(row.Features.Count, "feature") : row.Features[0];
            table.Add(subject, new Cell(row.CheckType, Color.Red), row.Text);
            if (isShared)
            {
                table.Add(new Cell("  " + Names(row.Features, screen.Profile.Width - NamesIndent), Color.Grey));
            }

            told += row.Features.Count;
        }

        table.WriteTo(screen);
        if (violations.Count > told)
        {
            screen.WriteParagraph(
                $"… and {Figures.Count(violations.Count - told)} more; see constraint_violations.json", Color.Grey, indent: 2);
        }
    }

    /// <summary>As many names as there is room for, and how many there are besides.</summary>
    private static string Names(IReadOnlyList<string> features, int width)
    {
        string line = DisplayText.Fit(features[0], LongestName);
        for (int i = 1; i < features.Count; i++)
        {
            string next = $"{line}, {DisplayText.Fit(features[i], LongestName)}";
            string more = i + 1 == features.Count ? "" : $" and {Figures.Count(features.Count - i - 1)} more";
            if (DisplayText.WidthOf(next + more) > width)
            {
                return $"{line} and {Figures.Count(features.Count - i)} more";
            }

            line = next;
        }

        return line;
    }
}
