using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.PlanCapture"/> answers.</summary>
public sealed record CaptureAnswer
{
    /// <summary>The endpoint's name.</summary>
    [JsonPropertyName("endpoint")]
    public required string Endpoint { get; init; }

    /// <summary>One of <see cref="CaptureStatus"/>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Why, in a sentence.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>What differs; empty when nothing does.</summary>
    [JsonPropertyName("changes")]
    public IReadOnlyList<CaptureChange> Changes { get; init; } = [];

    /// <summary>The name of the configuration that would make the change; null when nothing differs.</summary>
    [JsonPropertyName("configurationName")]
    public string? ConfigurationName { get; init; }

    /// <summary>The input of <c>CreateEndpointConfig</c>, where one is to be created; else null.</summary>
    [JsonPropertyName("configuration")]
    public JsonElement? Configuration { get; init; }

    /// <summary>Whether the update goes the way of the last one, which the endpoint remembers.</summary>
    [JsonPropertyName("retainDeploymentConfig")]
    public bool RetainDeploymentConfig { get; init; }
}
