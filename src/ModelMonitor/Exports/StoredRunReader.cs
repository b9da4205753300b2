using System.Runtime.CompilerServices;
using ModelMonitor.Contracts.Monitors;
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
        await foreach (StoredRunKey key in StoredRunKey.ListAsync(artifacts, cancellationToken).ConfigureAwait(false))
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
        List<StoredRunKey> keys = await StoredRunKey.ListAsync(artifacts, cancellationToken).Where(selection.MayInclude).ToListAsync(cancellationToken).ConfigureAwait(false);

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

    private async Task<StoredRunReading> ReadAsync(StoredRunKey key, CancellationToken cancellationToken)
    {
        StoredReport? report = await StoredReport.ReadAsync(artifacts, key.Folder, cancellationToken).ConfigureAwait(false);
        string? problem = report is null ? "its record cannot be read"
            : report.Record.Monitor != key.Monitor ? "its record is of another monitor"
            : !ResourceName.IsMonitorName(report.Record.Kind) && report.Record.IsDone ? "its record names no kind of monitor"
            : report.Problem;
        return new StoredRunReading(key, problem is null ? report : null, problem);
    }
}
