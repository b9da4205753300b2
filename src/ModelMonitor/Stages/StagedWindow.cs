using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Stages;

/// <summary>What a firing of a monitor with stages is to run.</summary>
/// <param name="Stage">The place of the stage, from 0.</param>
/// <param name="Monitor">The monitor with the stage's schedule as its own.</param>
/// <param name="History">Which windows are the stage's, and which of earlier ones; those of the first stage are from always.</param>
/// <param name="Requested">The window that is due; null when the stage's schedule does not fire now.</param>
public sealed record StagedWindow(int Stage, MonitorDefinition Monitor, ScheduleHistory History, RequestedWindow? Requested);
