namespace ModelMonitor.Contracts.Monitors;

/// <summary>A time of the week in which nothing is started, UTC.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins on each of them, from midnight.</param>
/// <param name="To">When it ends, from midnight; of one that ends the next day, at or before <paramref name="From"/>.</param>
public sealed record MaintenanceWindow(IReadOnlyList<DayOfWeek> Days, TimeSpan From, TimeSpan To)
{
    private TimeSpan Length => To > From ? To - From : TimeSpan.FromDays(1) - From + To;

    /// <summary>Whether an instant lies in it; its end does not.</summary>
    public bool Contains(DateTimeOffset time)
    {
        DateTime instant = time.UtcDateTime;
        return BeginsAndHolds(instant.Date) || BeginsAndHolds(instant.Date.AddDays(-1));

        bool BeginsAndHolds(DateTime day) =>
            Days.Contains(day.DayOfWeek) && instant - day >= From && instant - day < From + Length;
    }
}
