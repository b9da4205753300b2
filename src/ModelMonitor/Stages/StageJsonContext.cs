using System.Text.Json.Serialization;

namespace ModelMonitor.Stages;

/// <summary>The JSON of stages: camel case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StageProgress))]
internal sealed partial class StageJsonContext : JsonSerializerContext;
