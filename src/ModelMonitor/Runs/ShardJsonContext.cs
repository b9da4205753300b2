using System.Text.Json.Serialization;
using ModelMonitor.GroundTruth;

namespace ModelMonitor.Runs;

/// <summary>The JSON of shards and of what planning found out about objects: as <see cref="RunJsonContext"/>, without whitespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ShardTask>))]
[JsonSerializable(typeof(ShardTask))]
[JsonSerializable(typeof(InputSurvey))]
[JsonSerializable(typeof(IReadOnlyList<LabelObject>))]
[JsonSerializable(typeof(LabelObject))]
public sealed partial class ShardJsonContext : JsonSerializerContext;
