using System.Text.Json.Serialization;
using ModelMonitor.Runs.Failures;

namespace ModelMonitor.Runs;

/// <summary>The JSON of plans and run records: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunPlan))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(FailureRecord))]
public sealed partial class RunJsonContext : JsonSerializerContext;
