namespace ModelMonitor.Contracts.Scheduling;

/// <summary>The time between two consecutive firings of a schedule, UTC.</summary>
/// <param name="Start">The earlier firing, inside.</param>
/// <param name="End">The later firing, outside.</param>
public readonly record struct SchedulePeriod(DateTimeOffset Start, DateTimeOffset End);
