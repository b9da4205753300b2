using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Documents;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes a version of a baseline for people: what it was made of, and what it demands.</summary>
internal static class BaselineDetailsReport
{
    private const int MostFeatures = 40;
    private const int MostObjects = 5;

    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole screen, BaselineListing listing, IBaseline baseline)
    {
        string state = listing.IsCurrent ? "current" : listing.Waits ? "waits to be promoted" : "not current";
        screen.WriteParagraph($"Version {listing.Version}, {state}.", Color.Green);
        screen.WriteLine();
        WriteManifest(screen, listing);
        if (listing.Promotion is { } promotion)
        {
            screen.WriteLabelled("promoted", $"{Figures.Time(promotion.At)} by {promotion.By}"
                + (promotion.RolledBack is { } left ? $", back from {left}" : "")
                + (promotion.Reason is { } reason ? $": {reason}" : ""));
        }

        if (BaselineMetrics.Of(baseline) is { } metrics)
        {
            screen.WriteLabelled("kind", string.Join(", ", baseline.Kinds));
            screen.WriteLine();
            MetricBaselineTable.Write(screen, metrics);
            return;
        }

        if (baseline.Statistics is null)
        {
            screen.WriteLabelled("statistics", "none: everything is checked but drift");
        }

        screen.WriteLine();
        WriteFeatures(screen, ((Baseline)baseline).Constraints.Features);
    }

    private static void WriteManifest(IAnsiConsole screen, BaselineListing listing)
    {
        if (listing.Manifest is not { } manifest)
        {
            screen.WriteLabelled("made", "by a person: it has no manifest");
            return;
        }

        screen.WriteLabelled("made", $"{Figures.Time(manifest.CreatedAt)} by {manifest.MadeBy}, engine {manifest.EngineVersion}");
        string rows = manifest.Rows is { } count ? $"{Figures.Count(count, "row")} " : "";
        IEnumerable<string> objects = manifest.Dataset.Take(MostObjects).Select(stored => $"{stored.Key} ({Figures.Bytes(stored.Size)})");
        screen.WriteLabelled("of", [
            .. objects.Select((text, i) => i == 0 ? $"{rows}{text}" : text),
            .. manifest.Dataset.Count > MostObjects ? [$"and {Figures.Count(manifest.Dataset.Count - MostObjects)} more"] : Array.Empty<string>(),
        ]);
        if (manifest.Unreadable > 0)
        {
            screen.WriteLabelled("unreadable", Figures.Count(manifest.Unreadable));
        }

        if (manifest.ModelVersion is { } model)
        {
            screen.WriteLabelled("model", model);
        }
    }

    private static void WriteFeatures(IAnsiConsole screen, IReadOnlyList<FeatureConstraints> features)
    {
        TextTable table = new(
            new TableColumn("feature", MaximumWidth: 32, Shrinks: true),
            new TableColumn("type"),
            new TableColumn("complete", IsRight: true),
            new TableColumn("demands", Shrinks: true));
        foreach (FeatureConstraints feature in features.Take(MostFeatures))
        {
            string[] demands =
            [
                .. feature.IsNonNegative == true ? ["not negative"] : Array.Empty<string>(),
                .. feature.Domains is { } domains ? [$"one of {Figures.Count(domains.Count, "value")}"] : Array.Empty<string>(),
                .. (feature.Overrides ?? feature.StringOverrides ?? feature.NumberOverrides) is not null ? ["thresholds of its own"] : Array.Empty<string>(),
            ];
            table.Add(
                feature.Name,
                new Cell(feature.InferredType.ToString(), Color.Grey),
                feature.Completeness is { } completeness ? Figures.Share(completeness) : "",
                string.Join(", ", demands));
        }

        table.WriteTo(screen);
        if (features.Count > MostFeatures)
        {
            screen.WriteParagraph($"… and {Figures.Count(features.Count - MostFeatures)} more; see them with --json", Color.Grey, indent: 2);
        }
    }
}
