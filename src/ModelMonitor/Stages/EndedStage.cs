namespace ModelMonitor.Stages;

/// <summary>A stage that a monitor was in with an earlier baseline.</summary>
/// <param name="Stage">Its place among the monitor's stages, from 0.</param>
/// <param name="Since">The firing after which windows are the stage's, UTC; null for the first stage.</param>
/// <param name="Until">Its last firing, UTC.</param>
public sealed record EndedStage(int Stage, DateTimeOffset? Since, DateTimeOffset Until);
