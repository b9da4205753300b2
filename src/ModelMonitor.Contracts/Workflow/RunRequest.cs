using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What the state machine is started with: by the monitor's rule, or by hand for a window of choice.</summary>
public sealed record RunRequest
{
    /// <summary>The monitor's name.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>When the schedule fired; the window is the last whole period up to then. Null where <see cref="Window"/> is given.</summary>
    [JsonPropertyName("time")]
    public DateTimeOffset? Time { get; init; }

    /// <summary>A window to run, as <c>2026-11-22T10:00Z/PT1H</c>; earlier windows are then left alone. Null for the one due.</summary>
    [JsonPropertyName("window")]
    public string? Window { get; init; }

    /// <summary>
    /// The version of the baseline for <see cref="Window"/>; null for the one that the window was judged with, or else the
    /// one that was current at its end.
    /// </summary>
    [JsonPropertyName("baseline")]
    public string? Baseline { get; init; }

    /// <summary>How long the state machine waits before it plans, in seconds; absent for not at all.</summary>
    [JsonPropertyName("settleSeconds")]
    public int? SettleSeconds { get; init; }
}
