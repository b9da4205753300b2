using System.Text.Json;
using ModelMonitor.Capture;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Parses the JSON around labels: members in any order, unknown ones passed over, of repeated ones the last counts.</summary>
/// <remarks>The labels are where a captured record has its input, the ids where that has them.</remarks>
internal ref struct GroundTruthLineParser
{
    private EnvelopeCursor _line;
    private CaptureRecord _record;

    private GroundTruthLineParser(ReadOnlySpan<byte> line) => _line = new EnvelopeCursor(line);

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
            parser._line.Fault = JsonFault.Describe(exception, line);
        }

        record = parser._record;
        reason = parser._line.Fault ?? "";
        return parser._line.Fault is null;
    }

    private void Parse()
    {
        _line.EnterLine();
        while (_line.NextMember())
        {
            if (_line.IsNamed("groundTruthData"u8))
            {
                ParseData();
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

        if (!_record.InputData.IsPresent)
        {
            _line.Fault ??= "groundTruthData is missing";
        }

        _line.Leave();
    }

    private void ParseData()
    {
        _record.InputData = default;
        if (!_line.EnterObject("groundTruthData"))
        {
            return;
        }

        bool hasEncoding = false;
        while (_line.NextMember())
        {
            if (_line.IsNamed("data"u8))
            {
                _record.InputData = _line.ReadScalar("groundTruthData.data");
            }
            else if (_line.IsNamed("encoding"u8))
            {
                hasEncoding = _line.ReadEncoding("groundTruthData", out PayloadEncoding encoding);
                _record.InputEncoding = encoding;
            }
            else
            {
                _line.Skip();
            }
        }

        if (!_record.InputData.IsPresent || !hasEncoding)
        {
            _line.Fault ??= $"groundTruthData.{(_record.InputData.IsPresent ? "encoding" : "data")} is missing";
        }
    }

    private void ParseMetadata()
    {
        _record.EventId = _record.InferenceId = default;
        if (!_line.EnterObject("eventMetadata"))
        {
            return;
        }

        while (_line.NextMember())
        {
            if (_line.IsNamed("eventId"u8))
            {
                _record.EventId = _line.ReadScalar("eventMetadata.eventId");
            }
            else if (_line.IsNamed("inferenceId"u8))
            {
                _record.InferenceId = _line.ReadScalar("eventMetadata.inferenceId");
            }
            else
            {
                _line.Skip();
            }
        }
    }
}
