namespace ModelMonitor.Runs;

/// <summary>Which windows are those of a monitor's schedule, and on which schedules it has been before.</summary>
/// <param name="Since">From when on windows are this schedule's: earlier ones were judged on another. Null for always.</param>
/// <param name="Earlier">The schedules before it, oldest first.</param>
public sealed record ScheduleHistory(DateTimeOffset? Since, IReadOnlyList<EarlierSchedule> Earlier)
{
    /// <summary>That of a monitor that has always been on its schedule.</summary>
    public static ScheduleHistory None { get; } = new(null, []);
}
