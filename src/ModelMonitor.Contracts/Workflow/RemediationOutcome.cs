using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.RecordRemediation"/> is told.</summary>
public sealed record RemediationOutcome
{
    /// <summary>One of <see cref="RemediationStep"/>.</summary>
    [JsonPropertyName("step")]
    public required string Step { get; init; }

    /// <summary>The ARN of the execution that tells: told again by the same, the answer is the same.</summary>
    [JsonPropertyName("execution")]
    public required string Execution { get; init; }

    /// <summary>The address of the runbook's section, for messages.</summary>
    [JsonPropertyName("runbook")]
    public required string Runbook { get; init; }

    /// <summary>What the addresses of the pages of reports begin with, for messages; null where nobody can see them.</summary>
    [JsonPropertyName("pages")]
    public string? Pages { get; init; }

    /// <summary>The monitor's name; null for <see cref="RemediationStep.Ended"/>.</summary>
    [JsonPropertyName("monitor")]
    public string? Monitor { get; init; }

    /// <summary>The key of the record; null for <see cref="RemediationStep.Ended"/>.</summary>
    [JsonPropertyName("recordKey")]
    public string? RecordKey { get; init; }

    /// <summary>The ARN of the execution that was started, or the id of the event that was sent.</summary>
    [JsonPropertyName("started")]
    public string? Started { get; init; }

    /// <summary>The name of the error that kept it from being started.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }

    /// <summary>The cause of that error.</summary>
    [JsonPropertyName("cause")]
    public string? Cause { get; init; }

    /// <summary>The event that says that an execution ended, as EventBridge delivers it.</summary>
    [JsonPropertyName("event")]
    public JsonElement? Event { get; init; }
}
