using System.Text.Json;

namespace ModelMonitor.GroundTruth;

/// <summary>Finds members of JSON objects without a change to how they are written.</summary>
internal static class JsonMember
{
    /// <summary>The value of a member as it is written, of several of that name the last; empty when there is none.</summary>
    /// <param name="json">A valid JSON object.</param>
    /// <param name="name">The member's name.</param>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> found = default;
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isWanted = reader.ValueTextEquals(name);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            found = isWanted ? json[start..(int)reader.BytesConsumed] : found;
        }

        return found;
    }
}
