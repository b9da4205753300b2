using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>What <see cref="HandlerNames.PlanCapture"/> is told: an endpoint as SageMaker describes it.</summary>
public sealed record CaptureRequest
{
    /// <summary>The answer of SageMaker's <c>DescribeEndpoint</c>.</summary>
    [JsonPropertyName("endpoint")]
    public required JsonElement Endpoint { get; init; }

    /// <summary>The answer of <c>DescribeEndpointConfig</c> about the configuration that the endpoint uses.</summary>
    [JsonPropertyName("configuration")]
    public required JsonElement Configuration { get; init; }

    /// <summary>That configuration's tags, from <c>ListTags</c>; absent for none.</summary>
    [JsonPropertyName("tags")]
    public JsonElement? Tags { get; init; }
}
