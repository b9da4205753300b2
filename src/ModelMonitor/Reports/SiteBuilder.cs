using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.History;
using ModelMonitor.Reports.Pages;
using ModelMonitor.Reports.Site;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Reports;

/// <summary>Builds the website anew from stored runs.</summary>
/// <param name="artifacts">Where reports and baselines are.</param>
/// <param name="output">Where the site goes; may be the same.</param>
public sealed class SiteBuilder(IObjectStore artifacts, IObjectStore output)
{
    /// <summary>The statistics to compare with where a monitor's baseline is not among the artifacts; null for none.</summary>
    public StatisticsDocument? Baseline { get; init; }

    /// <summary>What runs of model quality are shown beside; null, the default, for each run's own baseline among the artifacts.</summary>
    public QualityStatisticsDocument? QualityBaseline { get; init; }

    /// <summary>Builds the site, or the part of one monitor.</summary>
    /// <param name="monitor">The monitor's name; null for all.</param>
    /// <param name="cancellationToken">Stops the building; pages that are there stay.</param>
    /// <returns>How many monitors and runs it has.</returns>
    public async Task<SiteContent> BuildAsync(string? monitor = null, CancellationToken cancellationToken = default)
    {
        IGrouping<string, StoredRunKey>[] monitors = await StoredRunKey.ListAsync(artifacts, cancellationToken)
            .Where(report => monitor is null || report.Monitor == monitor)
            .GroupBy(report => report.Monitor, StringComparer.Ordinal).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        if (monitors.Length == 0)
        {
            return new SiteContent(0, 0);
        }

        SiteWriter site = new(output);
        await site.WriteAssetsAsync(cancellationToken).ConfigureAwait(false);
        int built = 0;
        int runs = 0;
        foreach (IGrouping<string, StoredRunKey> reports in monitors)
        {
            int found = await WriteMonitorAsync(reports, site, cancellationToken).ConfigureAwait(false);
            built += found > 0 ? 1 : 0;
            runs += found;
        }

        await site.WriteIndexAsync(cancellationToken).ConfigureAwait(false);
        return new SiteContent(built, runs);
    }

    /// <summary>Writes the pages of a monitor and of its runs, and says how many runs it has.</summary>
    private async Task<int> WriteMonitorAsync(IGrouping<string, StoredRunKey> reports, SiteWriter site, CancellationToken cancellationToken)
    {
        BaselineFinder baselines = new(artifacts, Baseline, QualityBaseline);
        StoredRunKey[] keys = [.. reports.OrderBy(report => report.Scheduled)];
        RunRecord?[] records = await BoundedConcurrency.SelectAsync(
            keys, (key, stop) => WriteRunAsync(key, site, baselines, stop), cancellationToken).ConfigureAwait(false);
        RunRecord[] found = [.. records.OfType<RunRecord>()];
        if (found.Length > 0)
        {
            MarkedSpan? remediations = await RemediationMarks.ReadAsync(
                artifacts, reports.Key, cancellationToken).ConfigureAwait(false);
            await site.UpdateMonitorAsync(
                reports.Key, before => Collect(keys[^1], found, remediations, before), cancellationToken).ConfigureAwait(false);
        }

        return found.Length;
    }

    private async Task<RunRecord?> WriteRunAsync(
        StoredRunKey report, SiteWriter site, BaselineFinder baselines, CancellationToken cancellationToken)
    {
        RunRecord? record = await ReportFolder.FindRecordAsync(artifacts, report.Folder, cancellationToken).ConfigureAwait(false);
        if (record is not { Window: not null } || record.Monitor != report.Monitor)
        {
            return null;
        }

        string? mark = Baseline is null && QualityBaseline is null ? PageMark.Of(record, report.Endpoint, report.Folder) : null;
        if (!await site.HasRunAsync(record, mark, cancellationToken).ConfigureAwait(false))
        {
            BaselineReference? baseline = await baselines.FindAsync(record, cancellationToken).ConfigureAwait(false);
            StoredReport content = await StoredReport.ReadAsync(artifacts, report.Folder, record, cancellationToken).ConfigureAwait(false);
            await site.WriteRunAsync(
                RunPageModel.Of(content, report.Endpoint, report.Folder, baseline), cancellationToken).ConfigureAwait(false);
        }

        return record;
    }

    /// <summary>What the stored runs say, and of the history before what only a monitor's file can tell.</summary>
    private static MonitorHistory Collect(
        StoredRunKey last, RunRecord[] records, MarkedSpan? remediations, MonitorHistory? before)
    {
        MonitorHistory start = MonitorHistory.Of(last.Monitor, last.Endpoint) with
        {
            Schedule = before?.Schedule,
            NextDue = before?.NextDue,
            Alarms = before?.Alarms,
            Marks = before?.Marks ?? [],
        };
        HistoryBuilder builder = new(start);
        foreach (RunRecord record in records)
        {
            builder.Add(record);
        }

        if (remediations is not null)
        {
            builder.Replace(remediations);
        }

        return builder.Build();
    }
}
