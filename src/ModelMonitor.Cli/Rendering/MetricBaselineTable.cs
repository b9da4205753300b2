using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Reports.Wording;
using Spectre.Console;

namespace ModelMonitor.Cli.Rendering;

/// <summary>Writes the metrics of a baseline, those that windows are compared with first; columns that no metric fills are left out.</summary>
internal static class MetricBaselineTable
{
    private const int MostMetrics = 60;

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole screen, IReadOnlyList<BaselineMetric> metrics)
    {
        (TableColumn Column, Func<BaselineMetric, Cell> Cell, bool IsFilled)[] columns =
        [
            (new TableColumn("of", MaximumWidth: 28, Shrinks: true), metric => metric.Group, metrics.Any(metric => metric.Group.Length > 0)),
            (new TableColumn("metric", MaximumWidth: 40, Shrinks: true), metric => metric.Name, true),
            (new TableColumn("value", IsRight: true), metric => metric.Value is { } value ? MetricFigure.Of(value) : new Cell("–", Color.Grey), true),
            (new TableColumn("interval"), Interval, metrics.Any(metric => metric.Low is not null)),
            (new TableColumn("threshold", IsRight: true), metric => metric.Threshold is { } threshold ? MetricFigure.Of(threshold) : "", metrics.Any(metric => metric.Threshold is not null)),
            (new TableColumn("violated by"), metric => new Cell(metric.Operator?.ToString() ?? "", Color.Grey), metrics.Any(metric => metric.Operator is not null)),
            (new TableColumn("no value, as", Shrinks: true), metric => new Cell(MetricFigure.Reason(metric.Reason ?? ""), Color.Grey), metrics.Any(metric => metric.Reason is not null)),
        ];
        columns = [.. columns.Where(column => column.IsFilled)];
        TextTable table = new([.. columns.Select(column => column.Column)]);
        foreach (BaselineMetric metric in metrics.Take(MostMetrics))
        {
            table.Add([.. columns.Select(column => column.Cell(metric))]);
        }

        table.WriteTo(screen);
        if (metrics.Count > MostMetrics)
        {
            screen.WriteParagraph($"… and {Figures.Count(metrics.Count - MostMetrics)} more; see them with --json", Color.Grey, indent: 2);
        }
    }

    private static Cell Interval(BaselineMetric metric) => metric is { Low: { } low, High: { } high } ? MetricFigure.Interval(low, high) : "";
}
