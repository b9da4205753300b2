using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.Remediate"/> is asked: an alarm's change, and whose alarms count.</summary>
public sealed record RemediateRequest
{
    /// <summary>The event "CloudWatch Alarm State Change" as EventBridge delivers it; anything may be in it.</summary>
    [JsonPropertyName("event")]
    public JsonElement Event { get; init; }

    /// <summary>The name of the stack whose alarms count.</summary>
    [JsonPropertyName("deployment")]
    public required string Deployment { get; init; }

    /// <summary>The account whose alarms count.</summary>
    [JsonPropertyName("account")]
    public required string Account { get; init; }

    /// <summary>The region whose alarms count.</summary>
    [JsonPropertyName("region")]
    public required string Region { get; init; }

    /// <summary>The address of the runbook's section, for messages.</summary>
    [JsonPropertyName("runbook")]
    public required string Runbook { get; init; }

    /// <summary>What the addresses of the pages of reports begin with, for messages; null where nobody can see them.</summary>
    [JsonPropertyName("pages")]
    public string? Pages { get; init; }

    /// <summary>The ARN of the execution that asks: asked again by the same, the answer is the same.</summary>
    [JsonPropertyName("execution")]
    public required string Execution { get; init; }
}
