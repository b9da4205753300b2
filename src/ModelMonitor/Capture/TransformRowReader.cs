using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>Turns the lines or the document that a batch transform wrote into rows.</summary>
internal sealed class TransformRowReader(
    CaptureLayout layout, TransformFormat format, TimeWindow? window, IRowSink sink, ReadingReport report)
{
    private const int IdLength = 36;
    private const int IdCells = 2;

    private readonly EventWindow _window = new(window);
    private readonly PayloadReader _input = new(layout.Columns);
    private readonly PayloadReader _output = new(layout.Columns);
    private readonly TransformDocument _document = new();
    private readonly EventRowWriter _rows = new(layout, sink, report);

    /// <summary>Reads one line or document; the result is false, with a reason, when it cannot be.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, string file, long line, out string reason) =>
        format == TransformFormat.Csv ? TryReadCsv(text, file, line, out reason) : TryReadJson(text, file, line, out reason);

    /// <summary>Hands what was written to the sink.</summary>
    public void Flush() => _rows.Flush();

    private bool TryReadCsv(ReadOnlySpan<byte> text, string file, long line, out string reason)
    {
        if (!_input.TryReadCsv(text, out Payload payload, out reason))
        {
            return false;
        }

        ReadOnlySpan<byte> time = [];
        if (HasInferenceId(payload[0]))
        {
            time = payload[0].CellText(payload[0].CellCount - 1);
            payload = payload.WithoutLast(IdCells);
        }

        return _window.TryTest(time, isEscaped: false, "the inference time", out bool isInside, out reason)
            && TryWrite(default, payload, isInside, file, line, out reason);
    }

    private static bool HasInferenceId(Record record) =>
        record.CellCount > IdCells
        && record.CellText(record.CellCount - IdCells).Length == IdLength
        && Guid.TryParse(record.CellText(record.CellCount - IdCells), out _)
        && EventTime.TryParse(record.CellText(record.CellCount - 1), out _);

    private bool TryReadJson(ReadOnlySpan<byte> json, string file, long line, out string reason)
    {
        if (!_document.TryRead(json, out reason)
            || !_window.TryTest(_document.Time(json), _document.IsTimeEscaped, "SageMakerInferenceTime", out bool isInside, out reason))
        {
            return false;
        }

        Payload input = default;
        Payload output = default;
        bool isRead = (!_document.HasRest || _input.TryReadJson(_document.Rest, out input, out reason))
            && (!_document.HasOutput || _output.TryReadJson(_document.Output(json), out output, out reason));
        return isRead ? TryWrite(input, output, isInside, file, line, out reason) : Leave(isInside, ref reason);
    }

    private bool TryWrite(scoped in Payload input, scoped in Payload output, bool isInside, string file, long line, out string reason)
    {
        if (!EventRows.TryJoin(input, output, out EventRows rows, out reason))
        {
            return Leave(isInside, ref reason);
        }

        if (isInside)
        {
            _rows.Write(rows, file, line);
        }
        else
        {
            report.AddRowsOutsideWindow(rows.Count);
        }

        return true;
    }

    /// <summary>Leaves what has a fault and belongs to another window to that window's run.</summary>
    private bool Leave(bool isInside, ref string reason)
    {
        if (!isInside)
        {
            report.AddRowsOutsideWindow(1);
            reason = "";
        }

        return !isInside;
    }
}
