using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>The detail of a <see cref="RetrainingEvent"/>, of either kind.</summary>
internal sealed record RetrainingEventDetail(
    [property: JsonPropertyName("pipelineExecutionArn")] string? PipelineExecution,
    [property: JsonPropertyName("currentPipelineExecutionStatus")] string? PipelineStatus,
    [property: JsonPropertyName("executionArn")] string? Execution,
    [property: JsonPropertyName("status")] string? Status);
