using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.Remediate"/> answers: what the state machine is to do.</summary>
public sealed record RemediationOrder
{
    /// <summary>One of <see cref="RemediationAction"/>.</summary>
    [JsonPropertyName("action")]
    public required string Action { get; init; }

    /// <summary>Why, in one word.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>Why, in a sentence.</summary>
    [JsonPropertyName("explanation")]
    public required string Explanation { get; init; }

    /// <summary>The monitor's name; null when nobody can tell it.</summary>
    [JsonPropertyName("monitor")]
    public string? Monitor { get; init; }

    /// <summary>The key of the record; null when there is none.</summary>
    [JsonPropertyName("recordKey")]
    public string? RecordKey { get; init; }

    /// <summary>What the target is called, and started with: the name of a pipeline, the ARN of a state machine, the name or ARN of a bus.</summary>
    [JsonPropertyName("target")]
    public string? Target { get; init; }

    /// <summary>The idempotency token, 64 hexadecimal digits: of one change of an alarm always the same.</summary>
    [JsonPropertyName("token")]
    public string? Token { get; init; }

    /// <summary>The parameters of a pipeline.</summary>
    [JsonPropertyName("parameters")]
    public IReadOnlyList<PipelineParameter>? Parameters { get; init; }

    /// <summary>The input of a state machine, or the detail of an event.</summary>
    [JsonPropertyName("request")]
    public RetrainingRequest? Request { get; init; }

    /// <summary>What to tell people; null for nothing.</summary>
    [JsonPropertyName("notice")]
    public RemediationNotice? Notice { get; init; }
}
