using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>The JSON of the state machine's messages; nulls are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(PlannedRuns))]
[JsonSerializable(typeof(PlannedRun))]
[JsonSerializable(typeof(RunFailure))]
[JsonSerializable(typeof(EvaluateRunAnswer))]
[JsonSerializable(typeof(ProfileShardAnswer))]
[JsonSerializable(typeof(RecordFailureAnswer))]
[JsonSerializable(typeof(RemediateRequest))]
[JsonSerializable(typeof(RemediationOrder))]
[JsonSerializable(typeof(RemediationOutcome))]
[JsonSerializable(typeof(RemediationProgress))]
[JsonSerializable(typeof(CaptureRequest))]
[JsonSerializable(typeof(CaptureAnswer))]
public sealed partial class WorkflowJsonContext : JsonSerializerContext;
