using System.Text.Json;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Parses the JSON around captured payloads: members in any order, unknown ones passed over, of repeated ones the last counts.</summary>
internal ref struct CaptureLineParser
{
    private EnvelopeCursor _line;
    private CaptureRecord _record;

    private CaptureLineParser(ReadOnlySpan<byte> line) => _line = new EnvelopeCursor(line);

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
            parser._line.Fault = JsonFault.Describe(exception, line);
        }

        record = parser._record;
        reason = parser._line.Fault ?? "";
        return parser._line.Fault is null;
    }

    private void Parse()
    {
        bool hasCaptureData = false;
        _line.EnterLine();
        while (_line.NextMember())
        {
            if (_line.IsNamed("captureData"u8))
            {
                hasCaptureData = ParseCaptureData();
            }
            else if (_line.IsNamed("eventMetadata"u8))
            {
                ParseMetadata();
            }
            else
            {
                _line.Skip();
            }
        }

        if (!hasCaptureData)
        {
            _line.Fault ??= "captureData is missing";
        }
        else if (!_record.InputData.IsPresent && !_record.OutputData.IsPresent)
        {
            _line.Fault ??= "captureData has neither endpointInput nor endpointOutput";
        }

        _line.Leave();
    }

    private bool ParseCaptureData()
    {
        _record.InputData = default;
        _record.OutputData = default;
        if (!_line.EnterObject("captureData"))
        {
            return false;
        }

        while (_line.NextMember())
        {
            if (_line.IsNamed("endpointInput"u8))
            {
                ParsePayload("captureData.endpointInput", out JsonSlice data, out PayloadEncoding encoding);
                _record.InputData = data;
                _record.InputEncoding = encoding;
            }
            else if (_line.IsNamed("endpointOutput"u8))
            {
                ParsePayload("captureData.endpointOutput", out JsonSlice data, out PayloadEncoding encoding);
                _record.OutputData = data;
                _record.OutputEncoding = encoding;
            }
            else
            {
                _line.Skip();
            }
        }

        return true;
    }

    private void ParsePayload(string path, out JsonSlice data, out PayloadEncoding encoding)
    {
        data = default;
        encoding = default;
        if (!_line.EnterObject(path))
        {
            return;
        }

        bool hasEncoding = false;
        while (_line.NextMember())
        {
            if (_line.IsNamed("data"u8))
            {
                data = _line.ReadString($"{path}.data");
            }
            else if (_line.IsNamed("encoding"u8))
            {
                hasEncoding = _line.ReadEncoding(path, out encoding);
            }
            else
            {
                _line.Skip();
            }
        }

        if (!data.IsPresent || !hasEncoding)
        {
            _line.Fault ??= $"{path}.{(data.IsPresent ? "encoding" : "data")} is missing";
        }
    }

    private void ParseMetadata()
    {
        _record.EventId = _record.InferenceId = _record.InferenceTime = _record.CustomAttributes = default;
        if (!_line.EnterObject("eventMetadata"))
        {
            return;
        }

        while (_line.NextMember())
        {
            if (_line.IsNamed("eventId"u8))
            {
                _record.EventId = _line.ReadString("eventMetadata.eventId");
            }
            else if (_line.IsNamed("inferenceId"u8))
            {
                _record.InferenceId = _line.ReadString("eventMetadata.inferenceId");
            }
            else if (_line.IsNamed("inferenceTime"u8))
            {
                _record.InferenceTime = _line.ReadString("eventMetadata.inferenceTime");
            }
            else if (_line.IsNamed("customAttributes"u8))
            {
                _record.CustomAttributes = _line.ReadValue();
            }
            else
            {
                _line.Skip();
            }
        }
    }
}
