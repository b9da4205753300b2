using ModelMonitor.Attribution;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes how much of the baseline's ranking of features is left, and the features of the largest attributions.</summary>
internal static class AttributionTable
{
    private const int MostFeatures = 10;
    private const int LongestLabel = 60;

    /// <summary>Writes the tables; nothing for other kinds of monitors.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<AttributionFinding>? labels)
    {
        foreach (AttributionFinding label in labels ?? [])
        {
            screen.WriteLine();
            string gain = label.Gain is { } value
                ? $"{DisplayText.Fit(DisplayText.Clean(label.Label), LongestLabel)}: NDCG {MetricFigure.Of(value)}, threshold {MetricFigure.Of(label.Threshold)}"
                : $"{DisplayText.Fit(DisplayText.Clean(label.Label), LongestLabel)}: not compared";
            screen.WriteParagraph(label.Reason is { } reason ? $"{gain}; {reason}" : gain, label.Violated ? Color.Red : Color.Grey, indent: 2);
            TextTable table = new(
                new TableColumn("feature", MaximumWidth: 28, Shrinks: true),
                new TableColumn("baseline", IsRight: true),
                new TableColumn("this window", IsRight: true));
            foreach (FeatureAttribution feature in label.Features.OrderByDescending(feature => Math.Max(feature.Value ?? 0.0, feature.Baseline ?? 0.0)).Take(MostFeatures))
            {
                table.Add(
                    feature.Feature,
                    feature.Baseline is { } before ? MetricFigure.Of(before) : "",
                    feature.Value is { } now ? MetricFigure.Of(now) : "");
            }

            table.WriteTo(screen);
            if (label.Features.Count > MostFeatures)
            {
                screen.WriteParagraph($"… and {Figures.Count(label.Features.Count - MostFeatures)} more; see run.json", Color.Grey, indent: 2);
            }
        }
    }
}
