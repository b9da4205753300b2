using System.Text.Json.Serialization;

namespace ModelMonitor.Functions.Events;

/// <summary>The detail of an <see cref="ObjectCreatedEvent"/>.</summary>
/// <param name="Object">The object.</param>
internal sealed record ObjectCreatedDetail([property: JsonPropertyName("object")] CreatedObject? Object);
