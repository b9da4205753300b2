using System.Text.Json.Serialization;

namespace ModelMonitor.Baselines;

/// <summary>The JSON of manifests and pointers: camel case, nulls left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BaselineManifest))]
[JsonSerializable(typeof(BaselinePointer))]
internal sealed partial class BaselineJsonContext : JsonSerializerContext;
