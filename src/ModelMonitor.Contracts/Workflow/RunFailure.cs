using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.RecordFailure"/> is told: whose run failed, and how.</summary>
public sealed record RunFailure
{
    /// <summary>The monitor's name.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>The request that the execution began with, which tells the window when <see cref="Run"/> is null.</summary>
    [JsonPropertyName("request")]
    public RunRequest? Request { get; init; }

    /// <summary>The window whose run failed; null when planning did.</summary>
    [JsonPropertyName("run")]
    public PlannedRun? Run { get; init; }

    /// <summary>The name of the error, as the state machine caught it.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>The cause, as the state machine caught it: of a function, the JSON of its error response.</summary>
    [JsonPropertyName("cause")]
    public string? Cause { get; init; }

    /// <summary>The execution's ARN, to find its history.</summary>
    [JsonPropertyName("execution")]
    public string? Execution { get; init; }
}
