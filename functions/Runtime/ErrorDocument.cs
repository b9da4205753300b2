using System.Buffers;
using System.Text.Json;

namespace ModelMonitor.Functions.Runtime;

/// <summary>The JSON that Lambda hands to whoever invoked a function that failed; a state machine sees it as the cause.</summary>
internal static class ErrorDocument
{
    // A state machine keeps 32,768 characters of a cause: the document must fit, or nobody could parse it.
    private const int LongestMessage = 4_000;
    private const int LongestFrame = 400;
    private const int MostFrames = 20;

    /// <summary>Writes the document of an error; without a stack trace where it is the user's.</summary>
    public static ReadOnlyMemory<byte> Of(Exception error)
    {
        ArrayBufferWriter<byte> document = new();
        using (Utf8JsonWriter writer = new(document))
        {
            writer.WriteStartObject();
            writer.WriteString("errorMessage"u8, Cut(error.Message, LongestMessage));
            writer.WriteString("errorType"u8, error.GetType().Name);
            writer.WriteStartArray("stackTrace"u8);
            foreach (string frame in FramesOf(error))
            {
                writer.WriteStringValue(Cut(frame, LongestFrame));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return document.WrittenMemory;
    }

    private static IEnumerable<string> FramesOf(Exception error) => error is ConfigurationException
        ? []
        : (error.StackTrace ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(MostFrames);

    private static ReadOnlySpan<char> Cut(string text, int length) => text.AsSpan(0, Math.Min(text.Length, length));
}
