using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Reports.History;

/// <summary>Finds when a schedule fires next.</summary>
internal static class NextFiring
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <summary>The first firing after a time; null when there is none within a year.</summary>
    public static DateTimeOffset? After(Schedule schedule, DateTimeOffset time)
    {
        // A schedule tells the last period before a time. The end of the first period that ends after the time is wanted:
        // it is found by doubling the distance until there is one, and then by halving.
        TimeSpan reach = TimeSpan.FromMinutes(1);
        while (!FiresWithin(schedule, time, reach))
        {
            reach *= 2;
            if (reach > Farthest)
            {
                return null;
            }
        }

        long low = 0;
        long high = (long)reach.TotalMinutes;
        while (low + 1 < high)
        {
            long middle = (low + high) / 2;
            (low, high) = FiresWithin(schedule, time, TimeSpan.FromMinutes(middle)) ? (low, middle) : (middle, high);
        }

        return schedule.LastCompletePeriod(time.AddMinutes(high))!.Value.End;
    }

    private static bool FiresWithin(Schedule schedule, DateTimeOffset time, TimeSpan reach) =>
        schedule.LastCompletePeriod(time + reach) is { } period && period.End > time;
}
