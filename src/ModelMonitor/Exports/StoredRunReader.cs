using System.Runtime.CompilerServices;
using ModelMonitor.Contracts;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Exports;

/// <summary>Finds the runs whose reports are in a store and reads them one at a time: monitor by monitor, in the order of their windows.</summary>
/// <param name="artifacts">The store.</param>
public sealed class StoredRunReader(IObjectStore artifacts)
{
    /// <summary>The names of the monitors that have reports, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> FindMonitorsAsync(CancellationToken cancellationToken)
    {
        SortedSet<string> monitors = new(StringComparer.Ordinal);
        await foreach (StoredRunKey key in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            monitors.Add(key.Monitor);
        }

        return [.. monitors];
    }

    /// <summary>Reads the runs of a selection.</summary>
    /// <param name="selection">Which runs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The runs, and in the place of each that cannot be read, why.</returns>
    public async IAsyncEnumerable<StoredRunReading> ReadAsync(
        RunSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<StoredRunKey> keys = await ListAsync(cancellationToken).Where(selection.MayInclude).ToListAsync(cancellationToken).ConfigureAwait(false);

        // Not quite the order of the keys: the folders of times within an hour come before the record of the hour.
        foreach (StoredRunKey key in keys
            .OrderBy(key => key.Monitor, StringComparer.Ordinal).ThenBy(key => key.Scheduled).ThenBy(key => key.Endpoint, StringComparer.Ordinal))
        {
            StoredRunReading reading = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            if (reading.Report is null || selection.Includes(reading.Report.Record))
            {
                yield return reading;
            }
        }
    }

    private IAsyncEnumerable<StoredRunKey> ListAsync(CancellationToken cancellationToken) =>
        artifacts.ListAsync(ObjectKeys.Reports, null, cancellationToken)
            .Select(stored => StoredRunKey.Parse(stored.Key)).Where(key => key is not null).Select(key => key!);

    private async Task<StoredRunReading> ReadAsync(StoredRunKey key, CancellationToken cancellationToken)
    {
        try
        {
            StoredReport? report = await StoredReport.ReadAsync(artifacts, key.Folder, cancellationToken).ConfigureAwait(false);
            return report is null ? new StoredRunReading(key, null, "its record cannot be read")
                : report.Record.Monitor != key.Monitor ? new StoredRunReading(key, null, "its record is of another monitor")
                : !StoredRunKey.IsName(report.Record.Kind) && report.Record.IsDone ? new StoredRunReading(key, null, "its record names no kind of monitor")
                : new StoredRunReading(key, report, null);
        }
        catch (ConfigurationException exception)
        {
            return new StoredRunReading(key, null, exception.Message);
        }
    }
}
