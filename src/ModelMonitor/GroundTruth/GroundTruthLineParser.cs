using System.Text.Json;
using ModelMonitor.Capture;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Parses the JSON around labels: members in any order, unknown ones passed over, of repeated ones the last counts.</summary>
/// <remarks>The labels are where a captured record has its input, the ids where that has them.</remarks>
internal ref struct GroundTruthLineParser
{
    private Utf8JsonReader _reader;
    private CaptureRecord _record;
    private string? _fault;

    private GroundTruthLineParser(ReadOnlySpan<byte> line) => _reader = new Utf8JsonReader(line);

    /// <summary>Parses one line.</summary>
    /// <param name="line">Valid UTF-8.</param>
    /// <param name="record">The labels, when the result is true; whether they have an id is to be seen.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, out CaptureRecord record, out string reason)
    {
        GroundTruthLineParser parser = new(line);
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
            _fault = "the line is no object";
            return;
        }

        while (NextMember())
        {
            if (_reader.ValueTextEquals("groundTruthData"u8))
            {
                ParseData();
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

        _fault ??= _record.InputData.IsPresent ? null : "groundTruthData is missing";
        while (_fault is null && _reader.Read())
        {
            // Past the object there must be nothing more; the reader throws if there is.
        }
    }

    private void ParseData()
    {
        _record.InputData = default;
        if (!EnterObject("groundTruthData"))
        {
            return;
        }

        bool hasEncoding = false;
        while (NextMember())
        {
            if (_reader.ValueTextEquals("data"u8))
            {
                _record.InputData = ReadScalar("groundTruthData.data");
            }
            else if (_reader.ValueTextEquals("encoding"u8))
            {
                hasEncoding = ReadEncoding();
            }
            else
            {
                _reader.Skip();
            }
        }

        if (_fault is null && !(_record.InputData.IsPresent && hasEncoding))
        {
            _fault = $"groundTruthData.{(_record.InputData.IsPresent ? "encoding" : "data")} is missing";
        }
    }

    private bool ReadEncoding()
    {
        if (!ReadScalar("groundTruthData.encoding").IsPresent)
        {
            return false;
        }

        if (_reader.TokenType != JsonTokenType.String)
        {
            _fault = "groundTruthData.encoding is no string";
        }
        else if (_reader.ValueTextEquals("JSON"u8))
        {
            _record.InputEncoding = PayloadEncoding.Json;
        }
        else if (_reader.ValueTextEquals("BASE64"u8))
        {
            _record.InputEncoding = PayloadEncoding.Base64;
        }
        else if (_reader.ValueTextEquals("CSV"u8))
        {
            _record.InputEncoding = PayloadEncoding.Csv;
        }
        else
        {
            _fault = $"groundTruthData.encoding is \"{Excerpt.Of(_reader.ValueSpan)}\"; CSV, JSON or BASE64 was expected";
        }

        return true;
    }

    private void ParseMetadata()
    {
        _record.EventId = _record.InferenceId = default;
        if (!EnterObject("eventMetadata"))
        {
            return;
        }

        while (NextMember())
        {
            if (_reader.ValueTextEquals("eventId"u8))
            {
                _record.EventId = ReadScalar("eventMetadata.eventId");
            }
            else if (_reader.ValueTextEquals("inferenceId"u8))
            {
                _record.InferenceId = ReadScalar("eventMetadata.inferenceId");
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
            _fault = $"{path} is no object";
        }

        return _reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>Reads a string, or a number or truth value, which people write where a string is expected; null is absent.</summary>
    private JsonSlice ReadScalar(string path)
    {
        _reader.Read();
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return new JsonSlice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length, _reader.ValueIsEscaped);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return new JsonSlice((int)_reader.TokenStartIndex, _reader.ValueSpan.Length, IsEscaped: false);
            case JsonTokenType.Null:
                return default;
            default:
                _fault = $"{path} is no string";
                return default;
        }
    }
}
