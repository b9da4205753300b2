using System.Text.Json.Serialization;

namespace ModelMonitor.Reports.History;

/// <summary>The JSON of histories: compact, for they are read and written with every run.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MonitorHistory))]
[JsonSerializable(typeof(MonitorState))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
