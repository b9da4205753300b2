using ModelMonitor.Publishing;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Site;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Reports;

/// <summary>Adds a run to the website beside its report: its page, its monitor's page, the page of all monitors.</summary>
/// <remarks>
/// Other runs need not be read again: a monitor's history holds a line of each. Runs that are published at the same
/// time settle: histories change by compare-and-swap, and each writer looks again after it wrote.
/// </remarks>
public sealed class SitePublisher : IRunPublisher
{
    private const int MostTries = 5;

    /// <inheritdoc />
    public string Name => "site";

    /// <inheritdoc />
    /// <remarks>A run without a window belongs to no monitor's history and is left out.</remarks>
    public async Task PublishAsync(CommittedRun run, CancellationToken cancellationToken)
    {
        if (run.Record.Window is null)
        {
            return;
        }

        SiteWriter site = new(run.Artifacts);
        RunPageReader reader = new(run.Artifacts);
        RunRecord record = run.Record;
        await site.WriteAssetsAsync(cancellationToken).ConfigureAwait(false);
        for (int tried = 1; tried <= MostTries; tried++)
        {
            await site.WriteRunAsync(
                await reader.ReadAsync(record, run.Monitor.Endpoint, run.ReportPrefix, run.BaselineStatistics, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);

            // Another run of the window may have come in between: the page is of the record that is there.
            RunRecord? now = await ReportFolder.FindRecordAsync(run.Artifacts, run.ReportPrefix, cancellationToken).ConfigureAwait(false);
            if (now is null || now.Window != record.Window || (now.Fingerprint == record.Fingerprint && now.StartedAt == record.StartedAt))
            {
                break;
            }

            record = now;
        }

        await site.UpdateMonitorAsync(record.Monitor, before => Add(run, record, before), cancellationToken).ConfigureAwait(false);
        await site.WriteIndexAsync(cancellationToken).ConfigureAwait(false);
    }

    private static MonitorHistory Add(CommittedRun run, RunRecord record, MonitorHistory? before)
    {
        HistoryBuilder builder = new(before ?? MonitorHistory.Of(record.Monitor, run.Monitor.Endpoint));
        builder.Add(record);
        return builder.Build().With(run.Monitor);
    }
}
