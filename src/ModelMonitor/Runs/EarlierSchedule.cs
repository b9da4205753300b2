using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Runs;

/// <summary>A schedule that a monitor was on before.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Since">The firing after which windows are its own; null for always.</param>
/// <param name="Until">Its last firing, at which another one took its place.</param>
public sealed record EarlierSchedule(Schedule Schedule, DateTimeOffset? Since, DateTimeOffset Until);
