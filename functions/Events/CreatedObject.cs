using System.Text.Json.Serialization;

namespace ModelMonitor.Functions.Events;

/// <summary>The object of an <see cref="ObjectCreatedEvent"/>.</summary>
/// <param name="Key">Its key.</param>
internal sealed record CreatedObject([property: JsonPropertyName("key")] string? Key);
