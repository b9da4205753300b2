using ModelMonitor.Reports.History;

namespace ModelMonitor.Reports.Pages;

/// <summary>The windows of a history as so many columns that a chart can show them.</summary>
/// <param name="Groups">The windows of each column, oldest first.</param>
/// <param name="RunsPerColumn">How many windows a column stands for.</param>
internal sealed record MetricColumns(IReadOnlyList<HistoryRun[]> Groups, int RunsPerColumn)
{
    /// <summary>So many columns are shown at most.</summary>
    public const int Most = 360;

    /// <summary>Takes them from a history.</summary>
    public static MetricColumns Of(MonitorHistory history)
    {
        int perColumn = Math.Max(1, (history.Runs.Count + Most - 1) / Most);
        return new MetricColumns([.. history.Runs.Chunk(perColumn)], perColumn);
    }

    /// <summary>The metric of a column: of the last window in which it is violated, else of the last that has one; null for none.</summary>
    public static HistoryMetric? Find(HistoryRun[] group, int series)
    {
        HistoryMetric? found = null;
        foreach (HistoryRun run in group)
        {
            HistoryMetric? metric = run.Metrics?.FirstOrDefault(metric => metric.Series == series);
            if (metric is not null && (metric.Violated is true || found?.Violated is not true))
            {
                found = metric;
            }
        }

        return found;
    }
}
