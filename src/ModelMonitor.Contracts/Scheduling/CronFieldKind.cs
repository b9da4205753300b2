namespace ModelMonitor.Contracts.Scheduling;

/// <summary>What may stand in a field of a cron expression.</summary>
/// <param name="Name">The field's name in messages.</param>
/// <param name="Minimum">The least number.</param>
/// <param name="Maximum">The greatest number.</param>
/// <param name="Names">Names of the numbers from the least on; empty for none.</param>
/// <param name="MayBeUnspecified">Whether it may be <c>?</c>.</param>
/// <param name="Wraps">Whether steps go on past the greatest number.</param>
internal sealed record CronFieldKind(
    string Name, int Minimum, int Maximum, string[] Names, bool MayBeUnspecified = false, bool Wraps = false)
{
    public static readonly CronFieldKind Minute = new("minute", 0, 59, []);
    public static readonly CronFieldKind Hour = new("hour", 0, 23, [], Wraps: true);
    public static readonly CronFieldKind DayOfMonth = new("day of month", 1, 31, [], MayBeUnspecified: true);

    public static readonly CronFieldKind Month = new(
        "month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    public static readonly CronFieldKind DayOfWeek = new(
        "day of week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], MayBeUnspecified: true);

    public static readonly CronFieldKind Year = new("year", 1970, 2199, []);

    /// <summary>The fields in the order of the expression.</summary>
    public static readonly CronFieldKind[] All = [Minute, Hour, DayOfMonth, Month, DayOfWeek, Year];

    /// <summary>What may stand in the field, in words.</summary>
    public string Description =>
        $"numbers from {Minimum} to {Maximum}{(Names.Length > 0 ? $" or {Names[0]} to {Names[^1]}" : "")} with * , - /";
}
