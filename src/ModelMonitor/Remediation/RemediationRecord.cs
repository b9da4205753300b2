using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Remediation;

/// <summary>What was done about an alarm's change, and why: <c>remediations/{monitor}/{time}.json</c>.</summary>
public sealed record RemediationRecord
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The idempotency token: of one change always the same.</summary>
    public required string Token { get; init; }

    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>The name of the alarm in CloudWatch.</summary>
    public required string Alarm { get; init; }

    /// <summary>The state that it changed to.</summary>
    public required AlarmState State { get; init; }

    /// <summary>When it changed, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What CloudWatch gives for its reason.</summary>
    public string AlarmExplanation { get; init; } = "";

    /// <summary>What was decided.</summary>
    public required RemediationReason Decision { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The ARN of the execution that decided it.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Whether people are told of the decision.</summary>
    public bool Notifies { get; init; }

    /// <summary>What the last judged window said; null when there was none, or it did not matter.</summary>
    public RemediationEvidence? Evidence { get; init; }

    /// <summary>What is started.</summary>
    public required RemediationTarget Target { get; init; }

    /// <summary>How it stands.</summary>
    public RemediationStatus Status { get; init; }

    /// <summary>The ARN of the execution that was started, or the id of the event that was sent.</summary>
    public string? Execution { get; init; }

    /// <summary>When that was recorded, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The ARN of the execution that recorded the end.</summary>
    public string? EndedBy { get; init; }

    /// <summary>What kept it from being started, in a line.</summary>
    public string? Error { get; init; }
}
