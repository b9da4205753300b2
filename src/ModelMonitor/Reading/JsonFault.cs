using System.Text.Json;

namespace ModelMonitor.Reading;

/// <summary>Says what is wrong with JSON, and where.</summary>
internal static class JsonFault
{
    /// <summary>What is wrong with a text, and where.</summary>
    public static string Describe(JsonException exception, ReadOnlySpan<byte> json)
    {
        int position = PositionOf(exception, json);
        if (position == json.Length)
        {
            return $"not JSON: breaks off after {position} bytes";
        }

        // The exception has no code for it, only its message or, where messages are trimmed away, their key.
        bool isTooDeep = exception.Message.Contains("depth", StringComparison.OrdinalIgnoreCase);
        return Locate(isTooDeep ? $"nested more than {JsonRecordReader.MaximumDepth} levels deep" : "not JSON", position, json);
    }

    /// <summary>Adds to a description of a fault where it is and what stands there.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="position">Where, in bytes from the beginning.</param>
    /// <param name="text">The text it is wrong with.</param>
    public static string Locate(string fault, int position, ReadOnlySpan<byte> text) =>
        $"{fault} at byte {position + 1}: \"{Excerpt.Of(text[position..])}\"";

    private static int PositionOf(JsonException exception, ReadOnlySpan<byte> json)
    {
        int position = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            int newline = json[position..].IndexOf((byte)'\n');
            if (newline < 0)
            {
                break;
            }

            position += newline + 1;
        }

        return (int)Math.Min(position + (exception.BytePositionInLine ?? 0), json.Length);
    }
}
