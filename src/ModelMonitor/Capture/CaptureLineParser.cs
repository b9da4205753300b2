using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Parses the JSON around captured payloads: members in any order, unknown ones passed over, of repeated ones the last counts.</summary>
/// <remarks>A member that is null counts as absent.</remarks>
internal ref struct CaptureLineParser
{
    private Utf8JsonReader _reader;
    private CaptureRecord _record;
    private string? _fault;

    private CaptureLineParser(ReadOnlySpan<byte> line) => _reader = new Utf8JsonReader(line);

    /// <summary>Parses one line.</summary>
    /// <param name="line">Valid UTF-8.</param>
    /// <param name="record">The event, when the result is true; it has an input or an output, or both.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, out CaptureRecord record, out string reason)
    {
        CaptureLineParser parser = new(line);
        try
        {
            parser.Parse();
        }
        catch (JsonException exception)
        {
            parser._fault = JsonFault.Describe(exception, line);
        }

        record = parser._record;
        reason = parser._fault ?? "";
        return parser._fault is null;
    }

    private void Parse()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            _fault = $"the line is {Name(_reader.TokenType)}; an object was expected";
            return;
        }

        bool hasCaptureData = false;
        while (NextMember())
        {
            if (_reader.ValueTextEquals("captureData"u8))
            {
                hasCaptureData = ParseCaptureData();
            }
            else if (_reader.ValueTextEquals("eventMetadata"u8))
            {
                ParseMetadata();
            }
            else
            {
                _reader.Skip();
            }
        }

        if (_fault is null && !hasCaptureData)
        {
            _fault = "captureData is missing";
        }
        else if (_fault is null && !_record.InputData.IsPresent && !_record.OutputData.IsPresent)
        {
            _fault = "captureData has neither endpointInput nor endpointOutput";
        }

        while (_fault is null && _reader.Read())
        {
            // Past the object there must be nothing more; the reader throws if there is.
        }
    }

    private bool ParseCaptureData()
    {
        _record.InputData = default;
        _record.OutputData = default;
        if (!EnterObject("captureData"))
        {
            return false;
        }

        while (NextMember())
        {
            if (_reader.ValueTextEquals("endpointInput"u8))
            {
                ParsePayload("captureData.endpointInput", out JsonSlice data, out PayloadEncoding encoding);
                _record.InputData = data;
                _record.InputEncoding = encoding;
            }
            else if (_reader.ValueTextEquals("endpointOutput"u8))
            {
                ParsePayload("captureData.endpointOutput", out JsonSlice data, out PayloadEncoding encoding);
                _record.OutputData = data;
                _record.OutputEncoding = encoding;
            }
            else
            {
                _reader.Skip();
            }
        }

        return true;
    }

    private void ParsePayload(string path, out JsonSlice data, out PayloadEncoding encoding)
    {
        data = default;
        encoding = default;
        if (!EnterObject(path))
        {
            return;
        }

        bool hasEncoding = false;
        while (NextMember())
        {
            if (_reader.ValueTextEquals("data"u8))
            {
                data = ReadString($"{path}.data");
            }
            else if (_reader.ValueTextEquals("encoding"u8))
            {
                hasEncoding = ReadEncoding(path, out encoding);
            }
            else
            {
                _reader.Skip();
            }
        }

        if (_fault is null && (!data.IsPresent || !hasEncoding))
        {
            _fault = $"{path}.{(data.IsPresent ? "encoding" : "data")} is missing";
        }
    }

    private bool ReadEncoding(string path, out PayloadEncoding encoding)
    {
        encoding = default;
        JsonSlice slice = ReadString($"{path}.encoding");
        if (!slice.IsPresent)
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
        else if (!_reader.ValueTextEquals("CSV"u8))
        {
            _fault = $"{path}.encoding is \"{Excerpt.Of(_reader.ValueSpan)}\"; CSV, JSON or BASE64 was expected";
        }

        return true;
    }

    private void ParseMetadata()
    {
        _record.EventId = _record.InferenceId = _record.InferenceTime = _record.CustomAttributes = default;
        if (!EnterObject("eventMetadata"))
        {
            return;
        }

        while (NextMember())
        {
            if (_reader.ValueTextEquals("eventId"u8))
            {
                _record.EventId = ReadString("eventMetadata.eventId");
            }
            else if (_reader.ValueTextEquals("inferenceId"u8))
            {
                _record.InferenceId = ReadString("eventMetadata.inferenceId");
            }
            else if (_reader.ValueTextEquals("inferenceTime"u8))
            {
                _record.InferenceTime = ReadString("eventMetadata.inferenceTime");
            }
            else if (_reader.ValueTextEquals("customAttributes"u8))
            {
                _record.CustomAttributes = ReadValue();
            }
            else
            {
                _reader.Skip();
            }
        }
    }

    /// <summary>Moves to the next member's name; false at the object's end and once something is wrong.</summary>
    private bool NextMember() => _fault is null && _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    private bool EnterObject(string path)
    {
        _reader.Read();
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            _fault = $"{path} is {Name(_reader.TokenType)}; an object was expected";
        }

        return _reader.TokenType == JsonTokenType.StartObject;
    }

    private JsonSlice ReadString(string path)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.String)
        {
            return new JsonSlice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length, _reader.ValueIsEscaped);
        }

        if (_reader.TokenType != JsonTokenType.Null)
        {
            _fault = $"{path} is {Name(_reader.TokenType)}; a string was expected";
        }

        return default;
    }

    private JsonSlice ReadValue()
    {
        _reader.Read();
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return new JsonSlice(start, (int)_reader.BytesConsumed - start, IsEscaped: false);
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
