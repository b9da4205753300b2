using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reports.Evidence;
using ModelMonitor.Reports.Pages.Attribution;
using ModelMonitor.Reports.Pages.Bias;
using ModelMonitor.Reports.Pages.DataQuality;
using ModelMonitor.Reports.Pages.Quality;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Reports.Pages;

/// <summary>All that the page of a run is made of.</summary>
/// <param name="Record">The run's record, which has a window.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Content">What is particular to the kind of monitor.</param>
/// <param name="ReportPrefix">What the keys of its report start with.</param>
/// <param name="HasBaseline">Whether the baseline's files were there to be shown.</param>
internal sealed record RunPageModel(
    RunRecord Record, string Endpoint, IKindContent Content, string ReportPrefix, bool HasBaseline)
{
    /// <summary>The <see cref="PageMark"/> of what it is made of; null where something was missing, so that the page is made anew next time.</summary>
    public string? Mark { get; init; }

    /// <summary>Gathers it from a report and its baseline.</summary>
    public static RunPageModel Of(StoredReport report, string endpoint, string prefix, BaselineReference? baseline) =>
        new(report.Record, endpoint, ContentOf(report, baseline), prefix, baseline is not null)
        {
            Mark = report.Problem is null && (baseline is not null || !report.Record.IsJudged) ? PageMark.Of(report.Record, endpoint, prefix) : null,
        };

    private static IKindContent ContentOf(StoredReport report, BaselineReference? baseline) => report.Record.Kind switch
    {
        MonitorKindNames.ModelQuality => new QualityContent(report.Record, report.Quality, baseline?.Quality),
        MonitorKindNames.Bias => new BiasContent(report.Record, report.Violations),
        MonitorKindNames.Attribution => new AttributionContent(report.Record),
        _ => new DataQualityContent(report.Record, EvidenceBuilder.Build(report, baseline?.Features)),
    };
}
