using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Publishing;

/// <summary>A run whose report is there, and where.</summary>
/// <param name="record">Its record.</param>
/// <param name="monitor">The monitor it is of.</param>
/// <param name="artifacts">Where reports and baselines are.</param>
/// <param name="reportPrefix">What the keys of its report start with.</param>
public sealed class CommittedRun(RunRecord record, MonitorDefinition monitor, IObjectStore artifacts, string reportPrefix)
{
    private byte[]? _mark;
    private StoredReport? _report;

    /// <summary>Its record.</summary>
    public RunRecord Record { get; } = record;

    /// <summary>The monitor it is of.</summary>
    public MonitorDefinition Monitor { get; } = monitor;

    /// <summary>Where reports and baselines are.</summary>
    public IObjectStore Artifacts { get; } = artifacts;

    /// <summary>What the keys of its report start with.</summary>
    public string ReportPrefix { get; } = reportPrefix;

    /// <summary>The statistics that the run was compared with, where they do not lie in <see cref="Artifacts"/>; null to look there.</summary>
    public StatisticsDocument? BaselineStatistics { get; init; }

    /// <summary>Whether the monitor's schedule asked for the run, and not a person for this window. The default is that it did.</summary>
    public bool IsScheduled { get; init; } = true;

    /// <summary>
    /// Reads the report that is there now, which may be of a later run than <see cref="Record"/>. Its documents are
    /// read again only when the record has changed, so that publishers one after the other read them once.
    /// </summary>
    /// <returns>The report; null when there is no record, or it cannot be read.</returns>
    public async Task<StoredReport?> ReadReportAsync(CancellationToken cancellationToken)
    {
        byte[]? mark = await Artifacts.TryReadAllAsync(ReportPrefix + ObjectKeys.Run, cancellationToken).ConfigureAwait(false);
        if (mark is null || _mark is null || !mark.AsSpan().SequenceEqual(_mark))
        {
            _report = mark is not null && ReportFolder.Read(mark) is { } record
                ? await StoredReport.ReadAsync(Artifacts, ReportPrefix, record, cancellationToken).ConfigureAwait(false)
                : null;
            _mark = mark;
        }

        return _report;
    }
}
