using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes what is different between two baselines that are made of metrics, for people.</summary>
internal static class MetricDiffReport
{
    private const int MostRows = 60;

    /// <summary>Writes it: the outcome in a sentence, then the metrics that changed.</summary>
    public static void Write(IAnsiConsole screen, string before, string after, IReadOnlyList<MetricDifference> differences)
    {
        MetricDifference[] changed = [.. differences.Where(difference => difference.IsChanged || difference.IsBreaking)];
        int breaking = changed.Count(difference => difference.IsBreaking);
        string of = $"of {Figures.Count(differences.Count, "metric")}";
        screen.WriteParagraph(
            changed.Length == 0 ? "✓ No difference."
                : breaking == 0 ? $"✓ {Figures.Count(changed.Length)} {of} changed, none by much."
                : $"✗ {Figures.Count(breaking)} {of} came, went, are compared otherwise, or violate their old thresholds.",
            breaking == 0 ? Color.Green : Color.Red);
        screen.WriteLabelled("from", before);
        screen.WriteLabelled("to", after);
        if (changed.Length == 0)
        {
            return;
        }

        screen.WriteLine();
        bool hasGroups = changed.Any(difference => difference.Group.Length > 0);
        bool hasThresholds = changed.Any(difference => difference is { Before.Threshold: not null } or { After.Threshold: not null });
        TextTable table = new(
        [
            .. hasGroups ? (TableColumn[])[new TableColumn("of", MaximumWidth: 28, Shrinks: true)] : [],
            new TableColumn("metric", MaximumWidth: 32, Shrinks: true),
            new TableColumn("before", IsRight: true),
            new TableColumn("after", IsRight: true),
            .. hasThresholds ? (TableColumn[])[new TableColumn("threshold"), new TableColumn("violated by")] : [],
        ]);
        foreach (MetricDifference difference in changed.Take(MostRows))
        {
            table.Add(
            [
                .. hasGroups ? (Cell[])[difference.Group] : [],
                new Cell(difference.Name, difference.IsBreaking ? Color.Red : null),
                Value(difference.Before),
                Value(difference.After),
                .. hasThresholds ? (Cell[])[Changed(difference, Threshold), new Cell(Changed(difference, metric => metric?.Operator?.ToString() ?? "–"), Color.Grey)] : [],
            ]);
        }

        table.WriteTo(screen);
        if (changed.Length > MostRows)
        {
            screen.WriteParagraph($"… and {Figures.Count(changed.Length - MostRows, "smaller difference")}; see all with --json", Color.Grey, indent: 2);
        }
    }

    private static string Changed(MetricDifference difference, Func<BaselineMetric?, string> textOf)
    {
        (string was, string now) = (textOf(difference.Before), textOf(difference.After));
        return was != now ? $"{was} → {now}" : was == "–" ? "" : was;
    }

    private static string Threshold(BaselineMetric? metric) => metric?.Threshold is { } threshold ? MetricFigure.Of(threshold) : "–";

    private static Cell Value(BaselineMetric? metric) => metric?.Value is { } value ? MetricFigure.Of(value) : new Cell("-", Color.Grey);
}
