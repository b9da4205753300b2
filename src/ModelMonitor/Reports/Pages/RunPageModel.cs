using ModelMonitor.Reports.Evidence;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Reports.Pages;

/// <summary>All that the page of a run is made of.</summary>
/// <param name="Record">The run's record, which has a window.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Evidence">Its features, that first which weighs most.</param>
/// <param name="ReportPrefix">What the keys of its report start with.</param>
/// <param name="HasBaseline">Whether the baseline's statistics were there to be shown.</param>
internal sealed record RunPageModel(
    RunRecord Record, string Endpoint, IReadOnlyList<FeatureEvidence> Evidence, string ReportPrefix, bool HasBaseline)
{
    /// <summary>The <see cref="PageMark"/> of what it is made of; null where something was missing, so that the page is made anew next time.</summary>
    public string? Mark { get; init; }

    /// <summary>Gathers it from a report and its baseline.</summary>
    public static RunPageModel Of(StoredReport report, string endpoint, string prefix, ReferenceStatistics? baseline) =>
        new(report.Record, endpoint, EvidenceBuilder.Build(report, baseline), prefix, baseline is not null)
        {
            Mark = report.Problem is null && (baseline is not null || !report.Record.IsJudged) ? PageMark.Of(report.Record, endpoint, prefix) : null,
        };
}
