namespace ModelMonitor.Stages;

/// <summary>A stage that a monitor has entered.</summary>
/// <param name="Stage">Its place among the monitor's stages, from 0.</param>
/// <param name="Since">The firing of the schedule from which on windows are the stage's, UTC.</param>
public sealed record StageEntry(int Stage, DateTimeOffset Since);
