using ModelMonitor.Bias;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes bias metrics facet by facet: those that are worse than they may be, then those that were judged.</summary>
internal static class BiasTable
{
    private const int MostRows = 40;

    /// <summary>Writes the table; nothing for other kinds of monitors.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<BiasFinding>? metrics)
    {
        if (metrics is not { Count: > 0 })
        {
            return;
        }

        screen.WriteLine();
        TextTable table = new(
            new TableColumn(""),
            new TableColumn("facet", MaximumWidth: 28, Shrinks: true),
            new TableColumn("metric"),
            new TableColumn("value", IsRight: true),
            new TableColumn("interval"),
            new TableColumn("baseline", IsRight: true),
            new TableColumn("state", Shrinks: true));
        foreach (BiasFinding metric in metrics.OrderByDescending(metric => metric.Violated).ThenByDescending(metric => metric.Reason is null).Take(MostRows))
        {
            table.Add(
                metric.Violated ? new Cell("✗", Color.Red) : metric.Reason is null ? new Cell("✓", Color.Green) : new Cell("○", Color.Yellow),
                $"{metric.Facet} {metric.FacetValue}",
                metric.Metric,
                metric.Value is { } value ? new Cell(MetricFigure.Of(value), metric.Violated ? Color.Red : null) : "–",
                metric is { Lower: { } low, Upper: { } high } ? MetricFigure.Interval(low, high) : "",
                metric.Baseline is { } before ? MetricFigure.Of(before) : "",
                new Cell(StateOf(metric), Color.Grey));
        }

        table.WriteTo(screen);
        if (metrics.Count > MostRows)
        {
            screen.WriteParagraph($"… and {Figures.Count(metrics.Count - MostRows)} more; see run.json", Color.Grey, indent: 2);
        }
    }

    private static string StateOf(BiasFinding metric)
    {
        string state = metric.Reason ?? (BiasFigure.Allowed(metric) is { } allowed ? $"{(metric.Violated ? "not " : "")}within the allowed range, {allowed}"
            : metric.Violated ? "worse than it may be" : "within limits");
        return BiasFigure.Sampled(metric) is { } sampled ? $"{state}; {sampled}" : state;
    }
}
