using System.Text;
using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>
/// Reads the manifests that stand for the data where a batch transform is captured:
/// <c>[{"prefix":"s3://bucket/input/"},"file1.csv", …]</c>.
/// </summary>
/// <remarks>
/// The prefix and an entry are joined as they are: where the prefix lacks its last slash, the entries begin with one.
/// </remarks>
public static class TransformManifest
{
    /// <summary>How many bytes of an object are enough to know it for a manifest: keys have at most 1024.</summary>
    public const int BytesNeeded = 8 << 10;

    private const int MaximumKeyLength = 1024;

    /// <summary>
    /// Whether an object begins as a manifest does, be it damaged or not: with an array whose first item is an
    /// object with no member but the prefix.
    /// </summary>
    /// <param name="start">The object's first bytes; may break off anywhere.</param>
    public static bool IsManifest(ReadOnlySpan<byte> start)
    {
        Utf8JsonReader reader = new(start.StartsWith("\uFEFF"u8) ? start[3..] : start, isFinalBlock: false, default);
        bool hasPrefix = false;
        try
        {
            hasPrefix = reader.Read() && reader.TokenType == JsonTokenType.StartArray
                && reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("prefix"u8);
            return hasPrefix && (!reader.Read() || !reader.TrySkip() || !reader.Read() || reader.TokenType == JsonTokenType.EndObject);
        }
        catch (JsonException)
        {
            return hasPrefix;
        }
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its content.</param>
    /// <param name="objects">The objects it names, in its order; empty when the result is false.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, out IReadOnlyList<ObjectLocation> objects, out string reason)
    {
        List<ObjectLocation> found = [];
        try
        {
            reason = Read(json.StartsWith("\uFEFF"u8) ? json[3..] : json, found);
        }
        catch (JsonException exception)
        {
            reason = JsonFault.Describe(exception, json);
        }
        catch (InvalidOperationException)
        {
            reason = "a string is not well-formed text";
        }

        objects = reason.Length == 0 ? found : [];
        return reason.Length == 0;
    }

    private static string Read(ReadOnlySpan<byte> json, List<ObjectLocation> objects)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return "not a manifest: an array was expected";
        }

        string? prefix = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject && prefix is null)
            {
                prefix = ReadPrefix(ref reader);
                continue;
            }

            if (reader.TokenType != JsonTokenType.String || prefix is null)
            {
                return "not a manifest: an object with a prefix was expected, and then only strings";
            }

            string uri = prefix + reader.GetString();
            if (!ObjectLocation.TryParse(uri, out ObjectLocation? location))
            {
                return $"\"{Excerpt.Of(Encoding.UTF8.GetBytes(uri))}\" was expected to be s3://bucket/key";
            }

            if (Encoding.UTF8.GetByteCount(location!.Key) > MaximumKeyLength)
            {
                return $"\"{Excerpt.Of(Encoding.UTF8.GetBytes(uri))}\" has a key of more than {MaximumKeyLength} bytes";
            }

            objects.Add(location);
        }

        reader.Read();
        return "";
    }

    private static string? ReadPrefix(ref Utf8JsonReader reader)
    {
        string? prefix = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isPrefix = reader.ValueTextEquals("prefix"u8);
            reader.Read();
            if (isPrefix && reader.TokenType == JsonTokenType.String)
            {
                prefix = reader.GetString();
            }

            reader.Skip();
        }

        return prefix;
    }
}
