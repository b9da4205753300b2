using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.PlanRun"/> answers: the window that is due, and earlier ones to run again.</summary>
/// <param name="Monitor">The monitor's name.</param>
/// <param name="Runs">The windows, oldest first.</param>
public sealed record PlannedRuns(
    [property: JsonPropertyName("monitor")] string Monitor,
    [property: JsonPropertyName("runs")] IReadOnlyList<PlannedRun> Runs);
