using ModelMonitor.Reports.Evidence;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Pages;

/// <summary>All that the page of a run is made of.</summary>
/// <param name="Record">The run's record, which has a window.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Evidence">Its features, that first which weighs most.</param>
/// <param name="ReportPrefix">What the keys of its report start with.</param>
/// <param name="HasBaseline">Whether the baseline's statistics were there to be shown.</param>
internal sealed record RunPageModel(
    RunRecord Record, string Endpoint, IReadOnlyList<FeatureEvidence> Evidence, string ReportPrefix, bool HasBaseline);
