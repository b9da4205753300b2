using System.Text.Json.Serialization;

namespace ModelMonitor.Contracts.Workflow;

/// <summary>The JSON of the state machine's messages; nulls are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(PlannedRuns))]
[JsonSerializable(typeof(PlannedRun))]
[JsonSerializable(typeof(RunFailure))]
public sealed partial class WorkflowJsonContext : JsonSerializerContext;
