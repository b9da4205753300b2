using ModelMonitor.Publishing;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
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
        BaselineFinder baselines = new(run.Artifacts, run.BaselineStatistics, quality: null);
        RunRecord record = run.Record;
        await site.WriteAssetsAsync(cancellationToken).ConfigureAwait(false);
        for (int tried = 1; tried <= MostTries; tried++)
        {
            StoredReport report = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
            record = report.Record;
            BaselineReference? baseline = await baselines.FindAsync(record, cancellationToken).ConfigureAwait(false);
            await site.WriteRunAsync(
                RunPageModel.Of(report, run.Monitor.Endpoint, run.ReportPrefix, baseline), cancellationToken).ConfigureAwait(false);

            // Another run of the window may have come in between: the page is of the record that is there.
            if ((await ReadAsync(run, cancellationToken).ConfigureAwait(false)).Record.IsOfSameRun(record))
            {
                break;
            }
        }

        MarkedSpan? remediations = run.Monitor.Remediation is null
            ? null
            : await RemediationMarks.ReadAsync(run.Artifacts, record.Monitor, cancellationToken).ConfigureAwait(false);
        await site.UpdateMonitorAsync(
            record.Monitor, before => Add(run, record, remediations, before), cancellationToken).ConfigureAwait(false);
        await site.WriteIndexAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The report that is there; where the folder has been left to another window, what the run's record says.</summary>
    private static async Task<StoredReport> ReadAsync(CommittedRun run, CancellationToken cancellationToken) =>
        await run.ReadReportAsync(cancellationToken).ConfigureAwait(false) is { } report && report.Record.Window == run.Record.Window
            ? report
            : new StoredReport(run.Record, null, []);

    private static MonitorHistory Add(
        CommittedRun run, RunRecord record, MarkedSpan? remediations, MonitorHistory? before)
    {
        HistoryBuilder builder = new(before ?? MonitorHistory.Of(record.Monitor, run.Monitor.Endpoint));
        builder.Add(record);
        if (remediations is not null)
        {
            builder.Replace(remediations);
        }

        return builder.Build().With(run.Monitor, run.IsScheduled);
    }
}
