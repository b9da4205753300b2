using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Reports;

/// <summary>What the key of a run's record tells.</summary>
/// <param name="Folder">The report's folder, ending in a slash.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Scheduled">The end of the window, unless the record has a reason to say otherwise.</param>
public sealed record StoredRunKey(string Folder, string Endpoint, string Monitor, DateTimeOffset Scheduled)
{
    private const int FirstPartOfTime = 3;

    private static readonly string[] TimeFormats = ["yyyy'/'MM'/'dd'/'HH", "yyyy'/'MM'/'dd'/'HH'/'mm", "yyyy'/'MM'/'dd'/'HH'/'mm'-'ss"];

    /// <summary>Takes a key apart; null when it is not that of a record.</summary>
    public static StoredRunKey? Parse(string key)
    {
        string[] parts = key.Split('/');
        return parts.Length > FirstPartOfTime
            && ResourceName.IsMonitorName(parts[2])
            && DateTimeOffset.TryParseExact(
                string.Join('/', parts[FirstPartOfTime..^1]),
                TimeFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset scheduled)
            && ObjectKeys.ReportFolder(parts[1], parts[2], scheduled) is { } folder
            && key == folder + ObjectKeys.Run
                ? new StoredRunKey(folder, parts[1], parts[2], scheduled)
                : null;
    }

    /// <summary>Lists the records of a store in the order of their keys: not quite that of their times, since folders within an hour come before the hour's record.</summary>
    public static IAsyncEnumerable<StoredRunKey> ListAsync(IObjectStore store, CancellationToken cancellationToken) =>
        store.ListAsync(ObjectKeys.Reports, null, cancellationToken)
            .Select(stored => Parse(stored.Key)).Where(key => key is not null).Select(key => key!);
}
