using System.Text.Json.Serialization;

namespace ModelMonitor.Remediation;

/// <summary>The JSON of remediations: camel case, enums by name, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RemediationRecord))]
[JsonSerializable(typeof(RemediationHistory))]
[JsonSerializable(typeof(AlarmEvent))]
[JsonSerializable(typeof(RetrainingEvent))]
internal sealed partial class RemediationJsonContext : JsonSerializerContext;
