using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>A window that was planned: an item of the state machine's map, and the input of <see cref="HandlerNames.EvaluateRun"/>.</summary>
public sealed record PlannedRun
{
    /// <summary>The monitor's name.</summary>
    [JsonPropertyName("monitor")]
    public required string Monitor { get; init; }

    /// <summary>The kind of monitor, such as <c>data-quality</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>The window, as <c>2026-11-22T10:00:00Z/PT1H</c>.</summary>
    [JsonPropertyName("window")]
    public required string Window { get; init; }

    /// <summary>One of <see cref="PlanStatus"/>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>The key of the plan in the artifacts' bucket.</summary>
    [JsonPropertyName("planKey")]
    public required string PlanKey { get; init; }

    /// <summary>The bucket of the artifacts, for the distributed map's reader; empty where artifacts are in a folder.</summary>
    [JsonPropertyName("bucket")]
    public required string Bucket { get; init; }

    /// <summary>The key of the file of shards, a JSON array whose items are the inputs of <see cref="HandlerNames.ProfileShard"/>.</summary>
    [JsonPropertyName("shardsKey")]
    public required string ShardsKey { get; init; }

    /// <summary>How many shards there are.</summary>
    [JsonPropertyName("shardCount")]
    public required int ShardCount { get; init; }

    /// <summary>How many shards may be profiled at once.</summary>
    [JsonPropertyName("maxConcurrency")]
    public required int MaxConcurrency { get; init; }

    /// <summary>When the planning began, UTC.</summary>
    [JsonPropertyName("startedAt")]
    public required DateTimeOffset StartedAt { get; init; }
}
