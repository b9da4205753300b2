using System.Diagnostics.CodeAnalysis;

namespace ModelMonitor.Contracts.Scheduling;

/// <summary>When a monitor runs: <c>hourly</c>, <c>daily</c> or <c>cron(…)</c> as in <see cref="CronExpression"/>. All times are UTC.</summary>
public sealed class Schedule
{
    private readonly CronExpression _cron;

    private Schedule(string text, CronExpression cron)
    {
        Text = text;
        _cron = cron;
    }

    /// <summary>At every full hour.</summary>
    public static Schedule Hourly { get; } = Parse("hourly");

    /// <summary>At midnight.</summary>
    public static Schedule Daily { get; } = Parse("daily");

    /// <summary>The schedule as the user wrote it.</summary>
    public string Text { get; }

    /// <summary>The same schedule as Amazon EventBridge understands it.</summary>
    public string EventBridgeExpression => _cron.ToString();

    /// <summary>Parses a schedule.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static Schedule Parse(string text) =>
        TryParse(text, out Schedule? schedule, out string? error) ? schedule : throw new FormatException(error);

    /// <summary>Parses a schedule, or says in <paramref name="error"/> what was expected.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Schedule? schedule, [NotNullWhen(false)] out string? error)
    {
        string? expression = text switch
        {
            "hourly" => "cron(0 * ? * * *)",
            "daily" => "cron(0 0 ? * * *)",
            _ => text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(')') ? text : null,
        };
        schedule = null;
        if (expression is null)
        {
            error = $"expected hourly, daily or cron(minute hour day-of-month month day-of-week year), found '{text}'";
            return false;
        }

        if (!CronExpression.TryParse(expression["cron(".Length..^1], out CronExpression? cron, out error))
        {
            return false;
        }

        schedule = new Schedule(text, cron);
        return true;
    }

    /// <summary>
    /// The last period that is over: from the last firing but one up to the last firing at or before
    /// <paramref name="now"/>. Consecutive periods meet, however unevenly the schedule fires.
    /// </summary>
    /// <returns>The period; null when the schedule has not fired twice yet.</returns>
    public SchedulePeriod? LastCompletePeriod(DateTimeOffset now) =>
        _cron.LastAtOrBefore(now) is { } end && _cron.LastAtOrBefore(end.AddMinutes(-1)) is { } start
            ? new SchedulePeriod(start, end)
            : null;

    /// <summary>
    /// The longest time from one firing to the next, over all years the schedule names: after it without a run,
    /// something is wrong. 72 hours for weekdays, 31 days for months, 8 years for 29 February.
    /// </summary>
    /// <returns>The time; null when the schedule fires only once.</returns>
    public TimeSpan? FindLongestGap() => _cron.FindLongestGap();

    /// <summary>The shortest time from one firing to the next.</summary>
    /// <returns>The time; null when the schedule fires only once.</returns>
    public TimeSpan? FindShortestGap() => _cron.FindShortestGap();

    /// <summary>Whether it fires at an instant, to the minute.</summary>
    public bool FiresAt(DateTimeOffset time) => _cron.LastAtOrBefore(time) is { } last && time - last < TimeSpan.FromMinutes(1);

    /// <summary>Whether another schedule fires whenever this one does, told field by field.</summary>
    public bool FiresOnlyWith(Schedule other) => _cron.FiresOnlyWith(other._cron);

    /// <inheritdoc />
    public override string ToString() => Text;
}
