namespace ModelMonitor.Remediation;

/// <summary>What a monitor's alarms have started of late: <c>history.json</c>, which is at once the lock.</summary>
/// <remarks>
/// A start is decided by adding it here with a conditional write: of alarms that ring at once, one adds its start, and the
/// others see it. Starts that failed are taken out.
/// </remarks>
public sealed record RemediationHistory
{
    /// <summary>Longer than any cool-down, time limit and week.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(32);

    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The starts of the last 32 days, oldest first.</summary>
    public IReadOnlyList<RemediationStart> Starts { get; init; } = [];

    /// <summary>When people were told last that the week's limit is reached, UTC; null for never.</summary>
    public DateTimeOffset? LimitToldAt { get; init; }

    /// <summary>The token of the change that they were told for: whoever decides it again, for want of its record, tells it still.</summary>
    public string? LimitToldFor { get; init; }

    /// <summary>The history with one more start.</summary>
    public RemediationHistory Add(RemediationStart start) =>
        this with { Starts = [.. Starts.Where(earlier => start.Time - earlier.Time < Kept), start] };

    /// <summary>The history without a start, as if it had not been.</summary>
    public RemediationHistory Remove(string token) => this with { Starts = [.. Starts.Where(start => start.Token != token)] };

    /// <summary>The history with a start changed.</summary>
    public RemediationHistory Change(string token, Func<RemediationStart, RemediationStart> change) =>
        this with { Starts = [.. Starts.Select(start => start.Token == token ? change(start) : start)] };
}
