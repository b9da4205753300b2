namespace ModelMonitor.Runs;

/// <summary>A window whose run is planned.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="PlanKey">Where it is stored.</param>
/// <param name="Status">What is to be done, one of <see cref="Contracts.Workflow.PlanStatus"/>.</param>
public sealed record PlannedWindow(RunPlan Plan, string PlanKey, string Status);
