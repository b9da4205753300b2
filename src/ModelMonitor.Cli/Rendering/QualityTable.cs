using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes the metrics of a model's quality, those that violate their thresholds first.</summary>
internal static class QualityTable
{
    private const string ConstantSuffix = "_best_constant_classifier";

    /// <summary>Writes the table; nothing for other kinds of monitors.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<QualityFinding>? metrics)
    {
        if (metrics is not { Count: > 0 })
        {
            return;
        }

        screen.WriteLine();
        TextTable table = new(
            new TableColumn(""),
            new TableColumn("metric", MaximumWidth: 28, Shrinks: true),
            new TableColumn("value", IsRight: true),
            new TableColumn("interval"),
            new TableColumn("threshold", IsRight: true),
            new TableColumn("state", Shrinks: true));
        foreach (QualityFinding metric in metrics.Where(metric => !metric.Name.EndsWith(ConstantSuffix, StringComparison.Ordinal))
            .OrderByDescending(metric => metric.Violated).ThenByDescending(metric => metric.Threshold is not null))
        {
            table.Add(
                metric.Violated ? new Cell("✗", Color.Red) : metric.Threshold is null ? new Cell("") : new Cell("✓", Color.Green),
                metric.Name,
                metric.Value is { } value ? new Cell(MetricFigure.Of(value), metric.Violated ? Color.Red : null) : "–",
                metric is { Low: { } low, High: { } high } ? MetricFigure.Interval(low, high) : "",
                metric.Threshold is { } threshold ? MetricFigure.Of(threshold) : "",
                new Cell(StateOf(metric), Color.Grey));
        }

        table.WriteTo(screen);
    }

    private static string StateOf(QualityFinding metric) => metric switch
    {
        { Value: null } => metric.Reason is { } reason ? MetricFigure.Reason(reason) : "undefined",
        { Violated: true } => metric.Value < metric.Threshold ? "below threshold" : "above threshold",
        { Threshold: null } => "not compared",
        _ => "meets it",
    };
}
