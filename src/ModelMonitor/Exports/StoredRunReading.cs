using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Exports;

/// <summary>What came of reading a stored run.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Report">Its report; null when it cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
public sealed record StoredRunReading(StoredRunKey Key, StoredReport? Report, string? Problem);
