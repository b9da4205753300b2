using ModelMonitor.Exports;

namespace ModelMonitor.Cli.Exporting;

/// <summary>What an export came to.</summary>
/// <param name="Target">The file or folder that was written.</param>
/// <param name="Monitors">How many monitors the runs are of.</param>
/// <param name="Runs">How many runs were written.</param>
/// <param name="Rows">How many rows they have.</param>
/// <param name="Unreadable">The runs that could not be read, which are left out.</param>
internal sealed record ExportResult(string Target, int Monitors, int Runs, long Rows, IReadOnlyList<StoredRunReading> Unreadable);
