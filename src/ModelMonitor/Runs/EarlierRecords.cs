using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Runs;

/// <summary>Reads what the windows before one came to.</summary>
internal static class EarlierRecords
{
    /// <summary>The records of the windows before, oldest first; those that are not there are left out.</summary>
    public static async Task<IReadOnlyList<RunRecord>> ReadAsync(RunSettings settings, int count, CancellationToken cancellationToken)
    {
        if (count == 0 || settings.EarlierReports is not { } find)
        {
            return [];
        }

        RunRecord?[] records = await BoundedConcurrency.SelectAsync(
            find(count),
            (prefix, stop) => ReportFolder.FindRecordAsync(settings.Artifacts, prefix, stop),
            cancellationToken).ConfigureAwait(false);
        return [.. records.OfType<RunRecord>()];
    }
}
