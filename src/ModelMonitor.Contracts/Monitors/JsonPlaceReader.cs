using System.Globalization;
using System.Text.Json;

namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads a JSON file, with comments and trailing commas allowed, into <see cref="JsonPlace"/>s.</summary>
internal ref struct JsonPlaceReader
{
    private static readonly JsonReaderOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly ReadOnlySpan<byte> _source;
    private Utf8JsonReader _reader;
    private int _line;
    private int _counted;

    private JsonPlaceReader(ReadOnlySpan<byte> source)
    {
        _source = source;
        _reader = new Utf8JsonReader(source, Options);
        _line = 1;
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a whole file.</summary>
    /// <returns>The value; null when it is not JSON, which is then reported as a problem.</returns>
    public static JsonPlace? Read(ReadOnlySpan<byte> utf8, List<MonitorProblem> problems)
    {
        JsonPlaceReader reader = new(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8);
        try
        {
            reader._reader.Read();
            JsonPlace value = reader.ReadValue("$");
            reader._reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            int line = (int)Math.Min((exception.LineNumber ?? 0) + 1, int.MaxValue);
            int end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            string reason = end < 0 ? exception.Message : exception.Message[..end];
            long column = (exception.BytePositionInLine ?? 0) + 1;
            problems.Add(new MonitorProblem(
                "$", line, string.Create(CultureInfo.InvariantCulture, $"is not JSON from column {column} on: {reason}")));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new MonitorProblem("$", reader.CurrentLine(), "has a text that is not UTF-8; save the file as UTF-8"));
        }

        return null;
    }

    private JsonPlace ReadValue(string path)
    {
        int line = CurrentLine();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                JsonPlace place = new(path, line, JsonValueKind.Object, "");
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
                {
                    string key = _reader.GetString()!;
                    _reader.Read();
                    place.Members.Add(new(key, ReadValue(JsonPlace.PathOf(path, key))));
                }

                return place;
            case JsonTokenType.StartArray:
                JsonPlace array = new(path, line, JsonValueKind.Array, "");
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Items.Add(ReadValue(JsonPlace.PathOf(path, array.Items.Count)));
                }

                return array;
            case JsonTokenType.String:
                return new JsonPlace(path, line, JsonValueKind.String, _reader.GetString()!);
            case JsonTokenType.Number:
                return new JsonPlace(path, line, JsonValueKind.Number, System.Text.Encoding.ASCII.GetString(_reader.ValueSpan));
            case JsonTokenType.True:
                return new JsonPlace(path, line, JsonValueKind.True, "");
            case JsonTokenType.False:
                return new JsonPlace(path, line, JsonValueKind.False, "");
            default:
                return new JsonPlace(path, line, JsonValueKind.Null, "");
        }
    }

    private int CurrentLine()
    {
        int start = (int)_reader.TokenStartIndex;
        _line += _source[_counted..start].Count((byte)'\n');
        _counted = start;
        return _line;
    }
}
