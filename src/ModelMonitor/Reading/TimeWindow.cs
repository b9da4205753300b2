namespace ModelMonitor.Reading;

/// <summary>A span of event time, UTC, from <paramref name="Start"/> inclusive to <paramref name="End"/> exclusive.</summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The first instant after it.</param>
public sealed record TimeWindow(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Whether an instant lies in the window.</summary>
    public bool Contains(DateTimeOffset time) => time >= Start && time < End;
}
