using ModelMonitor.Profiling;

namespace ModelMonitor.Capture;

/// <summary>Turns an event into its rows.</summary>
/// <param name="inputColumns">Where named fields of the input find their columns.</param>
/// <param name="outputColumns">Where named fields of the output find theirs; usually the same.</param>
internal sealed class CaptureEventReader(ColumnSet inputColumns, ColumnSet outputColumns)
{
    private readonly PayloadReader _input = new(inputColumns);
    private readonly PayloadReader _output = new(outputColumns);

    /// <summary>Decodes both sides and joins them.</summary>
    /// <param name="line">The line of the event.</param>
    /// <param name="record">Its parts.</param>
    /// <param name="rows">The rows, valid until the next call and while <paramref name="line"/> is.</param>
    /// <param name="reason">What is wrong, when the result is false.</param>
    public bool TryRead(ReadOnlySpan<byte> line, in CaptureRecord record, out EventRows rows, out string reason)
    {
        rows = default;
        reason = "";
        Payload input = default;
        Payload output = default;
        if (record.InputData.IsPresent && !_input.TryRead(line, record.InputData, record.InputEncoding, out input, out reason))
        {
            reason = $"endpointInput: {reason}";
            return false;
        }

        if (record.OutputData.IsPresent && !_output.TryRead(line, record.OutputData, record.OutputEncoding, out output, out reason))
        {
            reason = $"endpointOutput: {reason}";
            return false;
        }

        return EventRows.TryJoin(input, output, out rows, out reason);
    }
}
