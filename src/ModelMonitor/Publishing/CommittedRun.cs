using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Publishing;

/// <summary>A run whose report is there, and where.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Monitor">The monitor it is of.</param>
/// <param name="Artifacts">Where reports and baselines are.</param>
/// <param name="ReportPrefix">What the keys of its report start with.</param>
public sealed record CommittedRun(RunRecord Record, MonitorDefinition Monitor, IObjectStore Artifacts, string ReportPrefix)
{
    /// <summary>The statistics that the run was compared with, where they do not lie in <see cref="Artifacts"/>; null to look there.</summary>
    public StatisticsDocument? BaselineStatistics { get; init; }
}
