using System.Text.Json;

namespace ModelMonitor.Reading;

/// <summary>Reads what a <see cref="JsonException"/> knows of the text it was thrown for.</summary>
internal static class JsonFault
{
    /// <summary>What kind of fault it is, in a few words.</summary>
    public static string Describe(JsonException exception) =>
        exception.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
            ? $"nested more than {JsonRecordReader.MaximumDepth} levels deep" : "not JSON";

    /// <summary>Where the fault is, in bytes from the beginning of the text; its length when the text ends too early.</summary>
    public static int PositionOf(JsonException exception, ReadOnlySpan<byte> json)
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
