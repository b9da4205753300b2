using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.RecordFailure"/> answers, for the dead-letter record and whoever reads it.</summary>
public sealed record RecordFailureAnswer
{
    /// <summary>The monitor's name, as the execution gave it.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>The window, as <c>2026-11-22T10:00:00Z/PT1H</c>; null when nobody can tell it.</summary>
    [JsonPropertyName("window")]
    public string? Window { get; init; }

    /// <summary>What went wrong, in one line.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The key of the failure.</summary>
    [JsonPropertyName("failureKey")]
    public required string FailureKey { get; init; }

    /// <summary>Whether the window's record says now that it failed; false when a good report is there, and stays.</summary>
    [JsonPropertyName("isMarked")]
    public required bool IsMarked { get; init; }

    /// <summary>How many runs of the window have failed without any report; null when a report is there, or the window is unknown.</summary>
    [JsonPropertyName("attempts")]
    public int? Attempts { get; init; }
}
