using ModelMonitor.Baselines;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes the versions of a baseline for people, the newest first.</summary>
internal static class BaselineListReport
{
    private const int MostVersions = 50;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, string monitor, IReadOnlyList<BaselineListing> listings)
    {
        screen.WriteParagraph($"{Figures.Count(listings.Count, "version")} of the baseline of {monitor}.", Color.Green);
        screen.WriteLine();
        TextTable table = new(
            new TableColumn(""),
            new TableColumn("version", MaximumWidth: 40),
            new TableColumn("rows", IsRight: true),
            new TableColumn("made"),
            new TableColumn("by", MaximumWidth: 28, Shrinks: true),
            new TableColumn("model", MaximumWidth: 28, Shrinks: true),
            new TableColumn("promoted"));
        foreach (BaselineListing listing in listings.Reverse().Take(MostVersions))
        {
            table.Add(
                listing.IsCurrent ? new Cell("▶", Color.Green) : listing.Waits ? new Cell("?", Color.Yellow) : "",
                listing.Version,
                listing.Manifest?.Rows is { } rows ? Figures.Count(rows) : "",
                listing.Manifest is { } manifest ? Figures.Time(manifest.CreatedAt) : "",
                listing.Manifest?.MadeBy ?? "a person",
                listing.Manifest?.ModelVersion ?? "",
                listing.Promotion is { } promotion ? Figures.Time(promotion.At) : "");
        }

        table.WriteTo(screen);
        if (listings.Count > MostVersions)
        {
            screen.WriteParagraph($"… and {Figures.Count(listings.Count - MostVersions)} older; see them with --json", Color.Grey, indent: 2);
        }

        screen.WriteLine();
        string waits = listings.Any(listing => listing.Waits) ? ", ? is newer and waits to be promoted" : "";
        screen.WriteParagraph(
            listings.Any(listing => listing.IsCurrent) ? $"▶ is what runs use{waits}." : $"Runs use none of them{waits}.", Color.Grey);
    }
}
