using System.Text.Json;

namespace ModelMonitor.Capture;

/// <summary>Finds out by the beginning of an object what a batch transform wrote: names like <c>.out</c> do not tell.</summary>
internal static class TransformFormatDetector
{
    /// <summary>How many bytes of an object are enough.</summary>
    public const int BytesNeeded = 64 << 10;

    /// <summary>Tells the format; a single document on a line of its own counts as JSON Lines.</summary>
    /// <param name="start">The object's first bytes, uncompressed; may break off anywhere.</param>
    public static TransformFormat Detect(ReadOnlySpan<byte> start)
    {
        start = (start.StartsWith("\uFEFF"u8) ? start["\uFEFF"u8.Length..] : start).TrimStart(" \t\r\n"u8);
        if (start is not [(byte)'{' or (byte)'[', ..])
        {
            return TransformFormat.Csv;
        }

        Utf8JsonReader reader = new(start, isFinalBlock: false, default);
        try
        {
            reader.Read();
            ReadOnlySpan<byte> document = reader.TrySkip() ? start[..(int)reader.BytesConsumed] : start;
            return document.Contains((byte)'\n') ? TransformFormat.Json : TransformFormat.JsonLines;
        }
        catch (JsonException exception)
        {
            // A line that breaks off is noticed on the next one at the latest.
            return exception.LineNumber > 1 ? TransformFormat.Json : TransformFormat.JsonLines;
        }
    }
}
