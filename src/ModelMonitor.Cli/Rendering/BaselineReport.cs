using ModelMonitor.Aws.Storage;
using ModelMonitor.Baselines;
using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes, for people, what a baseline holds.</summary>
internal static class BaselineReport
{
    private const int MostFeatures = 30;
    private const int MostCategories = 4;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="folder">Where its files are.</param>
    public static void Write(IAnsiConsole screen, BuiltBaseline baseline, string folder)
    {
        if (baseline is not BaselineResult result)
        {
            WriteFiles(screen, baseline, folder);
            return;
        }

        IReadOnlyList<FeatureStatistics> features = result.Statistics.Features;
        screen.WriteParagraph(
            $"Baseline of {Figures.Count(result.Statistics.ItemCount, "row")} and {Figures.Count(features.Count, "column")}.",
            Color.Green);
        screen.WriteLine();
        WriteFeatures(screen, features);
        screen.WriteLine();
        screen.WriteLabelled("rows", Figures.Count(result.Statistics.ItemCount));
        UnreadableLines.Write(screen, result.Reading.Unreadable, result.Reading.UnusableNumbers, result.Reading.Samples);
        screen.WriteLabelled(
            "written", StorePath.Combine(folder, ObjectKeys.Statistics), StorePath.Combine(folder, ObjectKeys.Constraints));
    }

    private static void WriteFiles(IAnsiConsole screen, BuiltBaseline baseline, string folder)
    {
        IReadOnlyList<UnusableCount> unusable = (baseline as QualityBaselineResult)?.Statistics.Unusable ?? [];
        long left = unusable.Sum(one => one.Count);
        string rows = left == 0 ? Figures.Count(baseline.Reading.Rows, "row") : $"{Figures.Count(baseline.Reading.Rows - left)} of {Figures.Count(baseline.Reading.Rows, "row")}";
        screen.WriteParagraph($"Baseline of {rows}.", left == 0 ? Color.Green : Color.Yellow);
        if (BaselineMetrics.Of(baseline) is { } metrics)
        {
            screen.WriteLine();
            MetricBaselineTable.Write(screen, metrics);
            screen.WriteLine();
        }

        foreach (UnusableCount one in unusable)
        {
            screen.WriteLabelled("note", one.ToString());
        }

        foreach (string remark in baseline.Remarks)
        {
            screen.WriteParagraph(remark, Color.Yellow, indent: 2);
        }

        UnreadableLines.Write(screen, baseline.Reading.Unreadable, baseline.Reading.UnusableNumbers, baseline.Reading.Samples);
        screen.WriteLabelled("written", [.. baseline.Documents.Select(document => StorePath.Combine(folder, document.Name))]);
    }

    private static void WriteFeatures(IAnsiConsole screen, IReadOnlyList<FeatureStatistics> features)
    {
        TextTable table = new(
            new TableColumn("feature", MaximumWidth: 32, Shrinks: true),
            new TableColumn("type"),
            new TableColumn("complete", IsRight: true),
            new TableColumn("distinct ≈", IsRight: true),
            new TableColumn("min", IsRight: true),
            new TableColumn("mean", IsRight: true),
            new TableColumn("max", IsRight: true),
            new TableColumn(""));
        foreach (FeatureStatistics feature in features.Take(MostFeatures))
        {
            table.Add(Row(feature));
        }

        table.WriteTo(screen);
        if (features.Count > MostFeatures)
        {
            screen.WriteParagraph(
                $"… and {Figures.Count(features.Count - MostFeatures)} more; see {ObjectKeys.Statistics}", Color.Grey, indent: 2);
        }
    }

    private static Cell[] Row(FeatureStatistics feature)
    {
        Cell[] start =
        [
            feature.Name,
            new Cell(feature.InferredType.ToString(), Color.Grey),
            new Cell(Figures.Share(feature.Completeness), feature.Completeness < 1.0 ? Color.Yellow : null),
            Distinct(feature),
        ];
        return feature.Numerical is { Distribution: not null } numbers
            ? [.. start, Figures.Number(numbers.Minimum), Figures.Number(numbers.Mean), Figures.Number(numbers.Maximum), ""]
            : [.. start, new Cell(Categories(feature), Color.Grey)];
    }

    private static string Distinct(FeatureStatistics feature) =>
        (feature.Numerical?.ApproximateDistinctValues ?? (long?)feature.String?.DistinctCount) is { } count ? Figures.Count(count) : "";

    private static string Categories(FeatureStatistics feature)
    {
        if (feature.String is not { Categories: { Count: > 0 } categories } text)
        {
            return feature.String is { Present: > 0 } ? "too many to count" : "no value";
        }

        IEnumerable<string> most = categories
            .OrderByDescending(category => category.Count)
            .Take(MostCategories)
            .Select(category => $"{DisplayText.Fit(category.Value, 12)} {Figures.Share((double)category.Count / text.Present)}");
        return string.Join(", ", most) + (categories.Count > MostCategories ? ", …" : "");
    }
}
