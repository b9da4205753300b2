using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ModelMonitor.Functions.Events;

/// <summary>Reads the events of the state machine.</summary>
internal static class EventReader
{
    /// <summary>Reads an event.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="expectation">What was expected, for the message.</param>
    /// <exception cref="ConfigurationException">It is something else.</exception>
    public static TEvent Read<TEvent>(ReadOnlyMemory<byte> payload, JsonTypeInfo<TEvent> type, string expectation)
        where TEvent : class
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, type)
                ?? throw new ConfigurationException("event", "$", $"expected {expectation}, found null.");
        }
        catch (JsonException exception)
        {
            // The reader's own message may quote the event; its place says enough.
            throw new ConfigurationException("event", exception.Path ?? "$", $"expected {expectation}.");
        }
    }
}
