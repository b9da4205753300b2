using System.Buffers;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Finds the labels in a line of ground truth in SageMaker's form: one for each record of the event.</summary>
/// <remarks>
/// A record of one field is a label. Of one with more the field is taken that is asked for by name or index; without an
/// index, a single record of fields without names holds a label in each, as <c>0,1,1</c> or <c>[0,1,1]</c> does.
/// </remarks>
internal sealed class LabelRecordReader
{
    /// <summary>The longest label, in bytes.</summary>
    public const int MaximumLength = 1024;

    /// <summary>The column of the field among those of the labels: it is known before any other.</summary>
    private const int FieldColumn = 0;

    private static readonly SearchValues<byte> Structure = SearchValues.Create(",\"\r\n"u8);

    private readonly PayloadReader _payloads;
    private readonly string _field;
    private readonly int _fieldIndex;

    /// <summary>Creates a reader.</summary>
    /// <param name="field">The field that is the label, by name or by index as text.</param>
    public LabelRecordReader(string field)
    {
        _field = field;
        _payloads = new PayloadReader(new ColumnSet(field));
        _fieldIndex = new ColumnReference(field).Index;
    }

    /// <summary>Hands on the labels of a line.</summary>
    /// <param name="line">The line, valid UTF-8.</param>
    /// <param name="record">Its parts.</param>
    /// <param name="labels">Takes the labels.</param>
    /// <param name="reason">What is wrong, when the result is 0.</param>
    /// <returns>How many labels there were; 0 when one of them cannot be read, and then none is handed on.</returns>
    public int Read(ReadOnlySpan<byte> line, in CaptureRecord record, ILabelSink labels, out string reason)
    {
        UInt128 id = EventIdHash.Of(line, record);
        if (id == default)
        {
            reason = "eventMetadata.eventId is missing";
            return 0;
        }

        ReadOnlySpan<byte> text = record.InputData.Of(line);
        if (record.InputEncoding == PayloadEncoding.Csv && !record.InputData.IsEscaped && !text.ContainsAny(Structure))
        {
            reason = FaultOf(text) ?? "";
            if (reason.Length > 0)
            {
                return 0;
            }

            labels.Add(new EventKey(id), text);
            return 1;
        }

        if (!_payloads.TryRead(line, record.InputData, record.InputEncoding, out Payload payload, out reason))
        {
            reason = $"groundTruthData: {reason}";
            return 0;
        }

        bool isSpread = payload.Count == 1 && payload[0].CellCount > 1 && _fieldIndex < 0 && payload[0].PositionalCount == payload[0].CellCount;
        int count = isSpread ? payload[0].CellCount : payload.Count;
        for (int i = 0; i < count; i++)
        {
            if (FaultOf(Label(payload, isSpread, i, out bool isFound)) is { } fault)
            {
                reason = isFound ? fault : $"groundTruthData has no field \"{Excerpt.Of(System.Text.Encoding.UTF8.GetBytes(_field))}\"";
                return 0;
            }
        }

        for (int i = 0; i < count; i++)
        {
            labels.Add(new EventKey(id, i), Label(payload, isSpread, i, out _));
        }

        reason = count == 0 ? "groundTruthData holds no label" : "";
        return count;
    }

    /// <summary>What is wrong with a label; null for nothing.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> label) =>
        label.IsEmpty ? "the label is empty" : label.Length > MaximumLength ? $"the label is longer than {MaximumLength} bytes" : null;

    private ReadOnlySpan<byte> Label(scoped in Payload payload, bool isSpread, int index, out bool isFound)
    {
        isFound = true;
        if (isSpread)
        {
            return payload[0].CellText(index);
        }

        Record record = payload[index];
        if (record.CellCount == 1)
        {
            return record.CellText(0);
        }

        for (int cell = 0; cell < record.CellCount; cell++)
        {
            bool isPositional = record.Buffer!.IsPositional(record.FirstCell + cell);
            if (isPositional ? cell == _fieldIndex : record.Buffer.ResolveColumn(record.FirstCell + cell) == FieldColumn)
            {
                return record.CellText(cell);
            }
        }

        isFound = false;
        return default;
    }
}
