namespace ModelMonitor.Remediation;

/// <summary>A start, as what is decided next must know of it.</summary>
public sealed record RemediationStart
{
    /// <summary>The token of the alarm's change that it was decided for.</summary>
    public required string Token { get; init; }

    /// <summary>The ARN of the execution that decided it.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The key of its record.</summary>
    public required string RecordKey { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether nothing was really started.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The ARN of the execution that was started; null until it is known.</summary>
    public string? Execution { get; init; }

    /// <summary>When it ended, UTC; null while it runs, as far as is known.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it turned out that it could not be started, UTC: it is kept to be seen, and counts for nothing. Null when it was started.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Whether it counts as running: it did not end, and the time that it may take is not over.</summary>
    public bool IsRunning(TimeSpan timeout, DateTimeOffset now) =>
        !IsDryRun && FailedAt is null && EndedAt is null && now - Time < timeout;
}
