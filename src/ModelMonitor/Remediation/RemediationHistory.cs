namespace ModelMonitor.Remediation;

/// <summary>What a monitor's alarms have started of late: <c>history.json</c>, which is at once the lock.</summary>
/// <remarks>
/// A start is decided by adding it here with a conditional write: of alarms that ring at once, one adds its start, and the
/// others see it. Starts that failed stay to be seen, the last of them, and count for nothing.
/// </remarks>
public sealed record RemediationHistory
{
    /// <summary>Longer than any cool-down, time limit and week.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(32);

    /// <summary>So many starts that failed are kept: nothing holds back the next one, so there may be any number.</summary>
    private const int MostFailed = 20;

    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The starts of the last 32 days, oldest first.</summary>
    public IReadOnlyList<RemediationStart> Starts { get; init; } = [];

    /// <summary>When people were told last that the week's limit is reached, UTC; null for never.</summary>
    public DateTimeOffset? LimitToldAt { get; init; }

    /// <summary>The token of the change that they were told for: whoever decides it again, for want of its record, tells it still.</summary>
    public string? LimitToldFor { get; init; }

    /// <summary>Since when, exclusively, it has all starts that count; null when nothing was started.</summary>
    /// <remarks>Starts leave it when another comes, so it is the last one that tells.</remarks>
    public DateTimeOffset? CompleteAfter() => Starts.Count == 0 ? null : Starts[^1].Time - Kept;

    /// <summary>The history with one more start.</summary>
    public RemediationHistory Add(RemediationStart start) =>
        this with { Starts = [.. Starts.Where(earlier => start.Time - earlier.Time < Kept), start] };

    /// <summary>The history without a start, as if it had not been.</summary>
    public RemediationHistory Remove(string token) => this with { Starts = [.. Starts.Where(start => start.Token != token)] };

    /// <summary>The history with a start that failed.</summary>
    public RemediationHistory Fail(string token, DateTimeOffset time)
    {
        RemediationHistory failed = Change(token, start => start with { FailedAt = start.FailedAt ?? time });
        HashSet<string> kept =
        [
            .. failed.Starts.Where(start => start.FailedAt is not null).TakeLast(MostFailed).Select(start => start.Token),
        ];
        return failed with { Starts = [.. failed.Starts.Where(start => start.FailedAt is null || kept.Contains(start.Token))] };
    }

    /// <summary>The history with a start changed.</summary>
    public RemediationHistory Change(string token, Func<RemediationStart, RemediationStart> change) =>
        this with { Starts = [.. Starts.Select(start => start.Token == token ? change(start) : start)] };
}
