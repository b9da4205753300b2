using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Goes through the JSON objects around payloads, member by member, until something is wrong.</summary>
/// <remarks>Members stand in any order; one that is null counts as absent. Positions of what is read are positions in the line.</remarks>
internal ref struct EnvelopeCursor
{
    private Utf8JsonReader _reader;

    /// <summary>A cursor before a line's first byte.</summary>
    /// <param name="line">Valid UTF-8.</param>
    public EnvelopeCursor(ReadOnlySpan<byte> line) => _reader = new Utf8JsonReader(line);

    /// <summary>What is wrong; null for nothing so far.</summary>
    public string? Fault { get; set; }

    /// <summary>Moves into the object that the line is.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public void EnterLine()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Fault = $"the line is {Name(_reader.TokenType)}; an object was expected";
        }
    }

    /// <summary>Moves into the object that a member has; false when it has none.</summary>
    /// <param name="path">The member, for people.</param>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public bool EnterObject(string path)
    {
        _reader.Read();
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            Fault = $"{path} is {Name(_reader.TokenType)}; an object was expected";
        }

        return _reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>Moves to the next member's name; false at the object's end and once something is wrong.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public bool NextMember() => Fault is null && _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Whether the member has a name.</summary>
    public readonly bool IsNamed(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <summary>Passes over the member's value.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public void Skip() => _reader.Skip();

    /// <summary>Reads a member's string.</summary>
    /// <param name="path">The member, for people.</param>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public JsonSlice ReadString(string path)
    {
        _reader.Read();
        return SliceOfString(path);
    }

    /// <summary>Reads a member's string, or the number or truth value that people write where a string is expected.</summary>
    /// <param name="path">The member, for people.</param>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public JsonSlice ReadScalar(string path)
    {
        _reader.Read();
        return _reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
            ? new JsonSlice((int)_reader.TokenStartIndex, _reader.ValueSpan.Length, IsEscaped: false)
            : SliceOfString(path);
    }

    /// <summary>Reads a member's value, whatever it is.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public JsonSlice ReadValue()
    {
        _reader.Read();
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return new JsonSlice(start, (int)_reader.BytesConsumed - start, IsEscaped: false);
    }

    /// <summary>Reads how a payload is encoded; false when that is not said.</summary>
    /// <param name="path">The payload's member, for people.</param>
    /// <param name="encoding">How it is encoded, when the result is true and nothing is wrong.</param>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public bool ReadEncoding(string path, out PayloadEncoding encoding)
    {
        encoding = default;
        if (!ReadString($"{path}.encoding").IsPresent)
        {
            return false;
        }

        if (_reader.ValueTextEquals("JSON"u8))
        {
            encoding = PayloadEncoding.Json;
        }
        else if (_reader.ValueTextEquals("BASE64"u8))
        {
            encoding = PayloadEncoding.Base64;
        }
        else if (_reader.ValueTextEquals("CSV"u8))
        {
            encoding = PayloadEncoding.Csv;
        }
        else
        {
            Fault = $"{path}.encoding is \"{Excerpt.Of(_reader.ValueSpan)}\"; CSV, JSON or BASE64 was expected";
        }

        return true;
    }

    /// <summary>Moves past the line's object, after which there must be nothing more.</summary>
    /// <exception cref="JsonException">There is more.</exception>
    public void Leave()
    {
        while (Fault is null && _reader.Read())
        {
            // The reader throws if there is more.
        }
    }

    private JsonSlice SliceOfString(string path)
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            return new JsonSlice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length, _reader.ValueIsEscaped);
        }

        if (_reader.TokenType != JsonTokenType.Null)
        {
            Fault = $"{path} is {Name(_reader.TokenType)}; a string was expected";
        }

        return default;
    }

    private static string Name(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
