using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Turns a line or a document that a batch transform wrote into rows.</summary>
/// <param name="inputColumns">Where named fields of the input find their columns.</param>
/// <param name="outputColumns">Where named fields of the output find theirs; usually the same.</param>
internal sealed class TransformEventReader(ColumnSet inputColumns, ColumnSet outputColumns)
{
    private const int IdLength = 36;
    private const int IdCells = 2;

    private readonly PayloadReader _input = new(inputColumns);
    private readonly PayloadReader _output = new(outputColumns);
    private readonly TransformDocument _document = new();

    /// <summary>The hash of the inference id of what was read last; the default when it has none.</summary>
    public UInt128 EventId { get; private set; }

    /// <summary>Reads one line or document.</summary>
    /// <param name="text">Valid UTF-8.</param>
    /// <param name="format">What it is.</param>
    /// <param name="rows">The rows, valid until the next call and while <paramref name="text"/> is.</param>
    /// <param name="time">The text of its inference time, also when the result is false; empty when it has none.</param>
    /// <param name="isTimeEscaped">Whether that text has JSON escapes.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public bool TryRead(
        ReadOnlySpan<byte> text, TransformFormat format, out EventRows rows, out ReadOnlySpan<byte> time, out bool isTimeEscaped, out string reason) =>
        format == TransformFormat.Csv
            ? TryReadCsv(text, out rows, out time, out isTimeEscaped, out reason)
            : TryReadJson(text, out rows, out time, out isTimeEscaped, out reason);

    private bool TryReadCsv(
        ReadOnlySpan<byte> text, out EventRows rows, out ReadOnlySpan<byte> time, out bool isTimeEscaped, out string reason)
    {
        rows = default;
        time = default;
        isTimeEscaped = false;
        EventId = default;
        if (!_output.TryReadCsv(text, out Payload payload, out reason))
        {
            return false;
        }

        if (HasInferenceId(payload[0]))
        {
            time = payload[0].CellText(payload[0].CellCount - 1);
            EventId = EventKey.Of(payload[0].CellText(payload[0].CellCount - IdCells)).Id;
            payload = payload.WithoutLast(IdCells);
        }

        return EventRows.TryJoin(default, payload, out rows, out reason);
    }

    private static bool HasInferenceId(Record record) =>
        record.CellCount > IdCells
        && record.CellText(record.CellCount - IdCells).Length == IdLength
        && Guid.TryParse(record.CellText(record.CellCount - IdCells), out _)
        && EventTime.TryParse(record.CellText(record.CellCount - 1), out _);

    private bool TryReadJson(
        ReadOnlySpan<byte> json, out EventRows rows, out ReadOnlySpan<byte> time, out bool isTimeEscaped, out string reason)
    {
        rows = default;
        time = default;
        isTimeEscaped = false;
        EventId = default;
        if (!_document.TryRead(json, out reason))
        {
            return false;
        }

        EventId = _document.Id.IsPresent ? EventIdHash.Of(json, _document.Id) : default;
        time = _document.Time(json);
        isTimeEscaped = _document.IsTimeEscaped;
        Payload input = default;
        Payload output = default;
        return (!_document.HasRest || _input.TryReadJson(_document.Rest, out input, out reason))
            && (!_document.HasOutput || _output.TryReadJson(_document.Output(json), out output, out reason))
            && EventRows.TryJoin(input, output, out rows, out reason);
    }
}
