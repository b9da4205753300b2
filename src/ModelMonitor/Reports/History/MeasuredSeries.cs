namespace ModelMonitor.Reports.History;

/// <summary>What a run measured of a series, before the series has a place in a history.</summary>
/// <param name="Series">What it measures.</param>
/// <param name="Metric">What it came to.</param>
internal sealed record MeasuredSeries(HistorySeries Series, HistoryMetric Metric);
