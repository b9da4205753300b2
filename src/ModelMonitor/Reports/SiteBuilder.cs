using ModelMonitor.Contracts;
using ModelMonitor.Documents;
using ModelMonitor.Reports.History;
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

    /// <summary>Builds the site, or the part of one monitor.</summary>
    /// <param name="monitor">The monitor's name; null for all.</param>
    /// <param name="cancellationToken">Stops the building; pages that are there stay.</param>
    /// <returns>How many monitors and runs it has.</returns>
    public async Task<SiteContent> BuildAsync(string? monitor = null, CancellationToken cancellationToken = default)
    {
        SiteWriter site = new(output);
        RunPageReader reader = new(artifacts);
        List<StoredReport> reports = [];
        await foreach (StoredObject stored in artifacts.ListAsync(ObjectKeys.Reports, null, cancellationToken).ConfigureAwait(false))
        {
            if (StoredReport.Of(stored.Key) is { } report && (monitor is null || report.Monitor == monitor))
            {
                reports.Add(report);
            }
        }

        if (reports.Count == 0)
        {
            return new SiteContent(0, 0);
        }

        int runs = 0;
        IGrouping<string, StoredReport>[] monitors = [.. reports.GroupBy(report => report.Monitor, StringComparer.Ordinal)];
        await site.WriteAssetsAsync(cancellationToken).ConfigureAwait(false);
        int built = 0;
        foreach (IGrouping<string, StoredReport> group in monitors)
        {
            RunRecord?[] records = new RunRecord?[group.Count()];
            await Parallel.ForEachAsync(
                group.Select((report, index) => (report, index)),
                cancellationToken,
                async (item, stop) => records[item.index] = await WriteRunAsync(item.report, site, reader, stop).ConfigureAwait(false))
                .ConfigureAwait(false);
            RunRecord[] found = [.. records.OfType<RunRecord>()];
            if (found.Length > 0)
            {
                built++;
                runs += found.Length;
                await site.UpdateMonitorAsync(
                    group.Key, before => Collect(group.Last(), found, before), cancellationToken).ConfigureAwait(false);
            }
        }

        await site.WriteIndexAsync(cancellationToken).ConfigureAwait(false);
        return new SiteContent(built, runs);
    }

    private async Task<RunRecord?> WriteRunAsync(
        StoredReport report, SiteWriter site, RunPageReader reader, CancellationToken cancellationToken)
    {
        RunRecord? record = await ReportFolder.FindRecordAsync(artifacts, report.Prefix, cancellationToken).ConfigureAwait(false);
        if (record is not { Window: not null } || record.Monitor != report.Monitor)
        {
            return null;
        }

        await site.WriteRunAsync(
            await reader.ReadAsync(record, report.Endpoint, report.Prefix, Baseline, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return record;
    }

    /// <summary>What the stored runs say, and of the history before what only a monitor's file can tell.</summary>
    private static MonitorHistory Collect(StoredReport last, RunRecord[] records, MonitorHistory? before)
    {
        MonitorHistory start = MonitorHistory.Of(last.Monitor, last.Endpoint) with
        {
            Schedule = before?.Schedule,
            NextDue = before?.NextDue,
            Alarms = before?.Alarms,
        };
        HistoryBuilder builder = new(start);
        foreach (RunRecord record in records)
        {
            builder.Add(record);
        }

        return builder.Build();
    }
}
