using System.Text.Json.Serialization;

namespace ModelMonitor.Endpoints;

/// <summary>The JSON of what is noted down about endpoints: camel case, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CaptureDocument))]
internal sealed partial class CaptureJsonContext : JsonSerializerContext;
