using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.RecordRemediation"/> answers.</summary>
public sealed record RemediationProgress
{
    /// <summary>How it stands with the retraining; of what is none of ours, <c>Ignored</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The monitor's name; null when nobody can tell it.</summary>
    [JsonPropertyName("monitor")]
    public string? Monitor { get; init; }

    /// <summary>The key of the record; null when there is none.</summary>
    [JsonPropertyName("recordKey")]
    public string? RecordKey { get; init; }

    /// <summary>How long to wait, in seconds, before <see cref="RemediationStep.TimeIsUp"/> is told; null when there is no end to wait for.</summary>
    [JsonPropertyName("waitSeconds")]
    public int? WaitSeconds { get; init; }

    /// <summary>What to tell people; null for nothing.</summary>
    [JsonPropertyName("notice")]
    public RemediationNotice? Notice { get; init; }
}
