using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Endpoints;

/// <summary>What was last decided about an endpoint's capture: <c>endpoints/{endpoint}/capture.json</c>.</summary>
public sealed record CaptureDocument
{
    /// <summary>The format of this file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The endpoint's name.</summary>
    public required string Endpoint { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>One of <see cref="CaptureStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The configuration that the endpoint used then.</summary>
    public required string Configuration { get; init; }

    /// <summary>What differed.</summary>
    public IReadOnlyList<CaptureChange> Changes { get; init; } = [];

    /// <summary>The updates decided on, oldest first; no more than the last ten.</summary>
    public IReadOnlyList<CaptureUpdate> Updates { get; init; } = [];
}
