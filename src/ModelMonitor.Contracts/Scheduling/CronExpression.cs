using System.Diagnostics.CodeAnalysis;

namespace ModelMonitor.Contracts.Scheduling;

/// <summary>
/// The six fields of an AWS cron expression: minute, hour, day of month, month, day of week (1 is Sunday),
/// year. One of the two day fields is <c>?</c>.
/// </summary>
/// <remarks>
/// Follows https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html without
/// <c>L</c>, <c>W</c> and <c>#</c>, and in one point SageMaker Model Monitor: a step in the hours that divides
/// the day goes on past midnight, so that <c>17/12</c> is "every twelve hours, at 17:00 and 05:00", which
/// EventBridge would read as 17:00 only. <see cref="ToString"/> writes such hours out, so that both agree.
/// The libraries on the registry have seconds in place of years and number the days of the week from 0.
/// </remarks>
internal sealed class CronExpression
{
    private readonly CronField[] _fields;

    private CronExpression(CronField[] fields) => _fields = fields;

    private CronField Minute => _fields[0];

    private CronField Hour => _fields[1];

    private CronField DayOfMonth => _fields[2];

    private CronField Month => _fields[3];

    private CronField DayOfWeek => _fields[4];

    private CronField Year => _fields[5];

    /// <summary>Parses the six fields, or says in <paramref name="error"/> what was expected.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out string? error)
    {
        expression = null;
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != CronFieldKind.All.Length)
        {
            error = "expected the six fields of a cron expression, minute hour day-of-month month day-of-week year, "
                + $"found {parts.Length}";
            return false;
        }

        CronField[] fields = new CronField[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!CronField.TryParse(CronFieldKind.All[i], parts[i], out CronField? field, out error))
            {
                return false;
            }

            fields[i] = field;
        }

        CronExpression parsed = new(fields);
        if (parsed.DayOfMonth.IsUnspecified == parsed.DayOfWeek.IsUnspecified)
        {
            error = "expected '?' in exactly one of day of month and day of week of a cron expression";
            return false;
        }

        if (parsed.LastAtOrBefore(DateTimeOffset.MaxValue) is null)
        {
            error = "the cron expression never fires: no such day exists in the years it names";
            return false;
        }

        expression = parsed;
        error = null;
        return true;
    }

    /// <summary>The last firing at or before an instant; null when there was none since 1970.</summary>
    public DateTimeOffset? LastAtOrBefore(DateTimeOffset time)
    {
        DateTime limit = time.UtcDateTime;
        DateTime newest = new(CronFieldKind.Year.Maximum, 12, 31, 23, 59, 0, DateTimeKind.Utc);
        limit = limit < newest ? limit : newest;
        for (DateTime day = limit.Date; day.Year >= CronFieldKind.Year.Minimum; day = day.AddDays(-1))
        {
            if (!FiresOn(day))
            {
                continue;
            }

            int latestMinute = day == limit.Date ? (int)limit.TimeOfDay.TotalMinutes : (24 * 60) - 1;
            int hour = Hour.LastAtOrBelow(latestMinute / 60);
            int minute = hour < 0 ? -1 : Minute.LastAtOrBelow(hour == latestMinute / 60 ? latestMinute % 60 : 59);
            if (hour > 0 && minute < 0)
            {
                hour = Hour.LastAtOrBelow(hour - 1);
                minute = hour < 0 ? -1 : Minute.LastAtOrBelow(59);
            }

            if (minute >= 0)
            {
                return new DateTimeOffset(day.Year, day.Month, day.Day, hour, minute, 0, TimeSpan.Zero);
            }
        }

        return null;
    }

    /// <summary>The longest time from one firing to the next in all its years; null when it fires only once.</summary>
    public TimeSpan? FindLongestGap() => Gaps().Select(gap => (TimeSpan?)gap).Max();

    /// <summary>The shortest time from one firing to the next in all its years; null when it fires only once.</summary>
    public TimeSpan? FindShortestGap() => Gaps().Select(gap => (TimeSpan?)gap).Min();

    /// <summary>Whether each field's set lies within that of another expression.</summary>
    public bool FiresOnlyWith(CronExpression other) => _fields.Zip(other._fields).All(pair => pair.First.IsWithin(pair.Second));

    /// <summary>The expression as EventBridge takes it.</summary>
    public override string ToString() => $"cron({string.Join(' ', _fields.Select(field => field.Text))})";

    /// <summary>The times from one firing to the next: those within a day once, and those from each day to the next.</summary>
    private IEnumerable<TimeSpan> Gaps()
    {
        TimeSpan[] times = [.. TimesOfDay()];
        for (int i = 1; i < times.Length; i++)
        {
            yield return times[i] - times[i - 1];
        }

        DateTime? before = null;
        DateTime last = new(CronFieldKind.Year.Maximum, 12, 31);
        for (DateTime day = new(CronFieldKind.Year.Minimum, 1, 1); day <= last; day = day.AddDays(1))
        {
            if (FiresOn(day))
            {
                if (before is not null)
                {
                    yield return day - before.Value - times[^1] + times[0];
                }

                before = day;
            }
        }
    }

    private IEnumerable<TimeSpan> TimesOfDay() =>
        from hour in Enumerable.Range(0, 24)
        where Hour.Contains(hour)
        from minute in Enumerable.Range(0, 60)
        where Minute.Contains(minute)
        select new TimeSpan(hour, minute, 0);

    private bool FiresOn(DateTime day) =>
        Year.Contains(day.Year) && Month.Contains(day.Month) && DayOfMonth.Contains(day.Day)
        && DayOfWeek.Contains((int)day.DayOfWeek + 1);
}
