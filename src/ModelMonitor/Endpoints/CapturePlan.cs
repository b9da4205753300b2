using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Endpoints;

/// <summary>What has to change for an endpoint to capture what its monitors say.</summary>
/// <param name="Present">The name of the present configuration.</param>
/// <param name="Changes">What differs; empty when nothing does.</param>
public sealed record CapturePlan(string Present, IReadOnlyList<CaptureChange> Changes)
{
    /// <summary>The name of the configuration to create; null when nothing differs.</summary>
    public string? Name { get; init; }

    /// <summary>The input of <c>CreateEndpointConfig</c>; null when nothing differs.</summary>
    public JsonObject? Configuration { get; init; }
}
