using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Rules;

/// <summary>The window of a run and the records of those before it.</summary>
/// <param name="Window">The window.</param>
/// <param name="Earlier">The records of windows that were judged, oldest first.</param>
public sealed record RuleHistory(TimeWindow Window, IReadOnlyList<RunRecord> Earlier)
{
    /// <summary>The most records read: three months of hours.</summary>
    private const int MostRecords = 2_300;

    /// <summary>How far back is looked for the window before, where no rule names a span.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromDays(2);

    /// <summary>Reads the history that rules look back to.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="artifacts">Where the records are.</param>
    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="window">The window that is judged.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The history; null where no rule looks back.</returns>
    public static async Task<RuleHistory?> ReadAsync(
        RuleSet rules, IObjectStore artifacts, string endpoint, string monitor, TimeWindow? window, CancellationToken cancellationToken)
    {
        if (!rules.HasHistory || window is null)
        {
            return null;
        }

        // Twice the span: the last window that ended a span ago may have ended a while before.
        TimeSpan span = rules.HistorySpan + rules.HistorySpan > Least ? rules.HistorySpan + rules.HistorySpan : Least;
        List<StoredRunKey> keys = [];
        for (DateTimeOffset day = window.End - span; day <= window.End.AddDays(1); day = day.AddDays(1))
        {
            string folder = ObjectKeys.ReportFolder(endpoint, monitor, new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero));
            string prefix = folder[..^"00/".Length];
            await foreach (StoredObject stored in artifacts.ListAsync(prefix, null, cancellationToken).ConfigureAwait(false))
            {
                if (StoredRunKey.Parse(stored.Key) is { } key && key.Scheduled < window.End && key.Scheduled >= window.End - span)
                {
                    keys.Add(key);
                }
            }
        }

        RunRecord?[] records = await BoundedConcurrency.SelectAsync(
            [.. keys.OrderByDescending(key => key.Scheduled).Take(MostRecords)],
            (key, stop) => ReportFolder.FindRecordAsync(artifacts, key.Folder, stop),
            cancellationToken).ConfigureAwait(false);
        return new RuleHistory(
            window,
            [.. records.OfType<RunRecord>().Where(record => record.IsJudged && record.Window?.End < window.End).OrderBy(record => record.Window!.End)]);
    }
}
