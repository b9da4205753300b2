using System.Text.Json.Serialization;

namespace ModelMonitor.Functions.Events;

/// <summary>The JSON of events from outside and of what is answered to them; nulls are left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObjectCreatedEvent))]
[JsonSerializable(typeof(BuildBaselineAnswer))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
