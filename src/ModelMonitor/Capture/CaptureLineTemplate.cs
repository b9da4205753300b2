using System.Buffers;

namespace ModelMonitor.Capture;

/// <summary>
/// Parses lines that differ from an earlier one only in a few strings. An endpoint writes the same JSON around
/// every event; comparing that text is several times faster than parsing it.
/// </summary>
/// <remarks>
/// If the texts between the strings are those of a line that was parsed, and the strings are well formed, then
/// the line is valid and means the same but for those strings. So the result is what the parser would give.
/// </remarks>
internal sealed class CaptureLineTemplate
{
    private const int MaximumVariables = 5;

    private static readonly SearchValues<byte> StringEnds =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private readonly Part[] _parts = new Part[MaximumVariables];
    private byte[] _line = [];
    private int _partCount;
    private int _lastLiteral;
    private int _lineLength;
    private CaptureRecord _record;

    /// <summary>Takes a parsed line as the pattern of those to come.</summary>
    public void Learn(ReadOnlySpan<byte> line, in CaptureRecord record)
    {
        if (_line.Length < line.Length)
        {
            _line = new byte[Math.Max(line.Length, 1024)];
        }

        line.CopyTo(_line);
        _lineLength = line.Length;
        _record = record;
        _partCount = 0;
        Insert(Variable.InputData, record.InputData);
        Insert(Variable.OutputData, record.OutputData);
        Insert(Variable.EventId, record.EventId);
        Insert(Variable.InferenceId, record.InferenceId);
        Insert(Variable.InferenceTime, record.InferenceTime);
        _lastLiteral = 0;
        for (int i = 0; i < _partCount; i++)
        {
            _parts[i].LiteralStart = _lastLiteral;
            _lastLiteral = _parts[i].Slice.Start + _parts[i].Slice.Length;
        }
    }

    /// <summary>Parses a line of the learned pattern; false when it has another.</summary>
    /// <param name="line">Valid UTF-8.</param>
    /// <param name="record">The event, when the result is true.</param>
    public bool TryMatch(ReadOnlySpan<byte> line, out CaptureRecord record)
    {
        record = _record;
        int position = 0;
        foreach (ref readonly Part part in _parts.AsSpan(0, _partCount))
        {
            ReadOnlySpan<byte> literal = _line.AsSpan(part.LiteralStart..part.Slice.Start);
            if (!line[position..].StartsWith(literal))
            {
                return false;
            }

            MoveAttributes(part.LiteralStart, part.Slice.Start, position, ref record);
            int start = position + literal.Length;
            if (!TryFindEnd(line, start, out position, out bool isEscaped))
            {
                return false;
            }

            Set(ref record, part.Variable, new JsonSlice(start, position - start, isEscaped));
        }

        MoveAttributes(_lastLiteral, _lineLength, position, ref record);
        return _partCount > 0 && line[position..].SequenceEqual(_line.AsSpan(_lastLiteral.._lineLength));
    }

    private static void Set(ref CaptureRecord record, Variable variable, JsonSlice slice)
    {
        switch (variable)
        {
            case Variable.InputData:
                record.InputData = slice;
                break;
            case Variable.OutputData:
                record.OutputData = slice;
                break;
            case Variable.EventId:
                record.EventId = slice;
                break;
            case Variable.InferenceId:
                record.InferenceId = slice;
                break;
            default:
                record.InferenceTime = slice;
                break;
        }
    }

    /// <summary>Finds the closing quote of a string; false when the string is not valid JSON.</summary>
    private static bool TryFindEnd(ReadOnlySpan<byte> line, int start, out int end, out bool isEscaped)
    {
        end = start;
        isEscaped = false;
        while (true)
        {
            int length = line[end..].IndexOfAny(StringEnds);
            if (length < 0)
            {
                return false;
            }

            end += length;
            if (line[end] == '"')
            {
                return true;
            }

            int escape = EscapeLength(line[end..]);
            if (escape == 0)
            {
                return false;
            }

            isEscaped = true;
            end += escape;
        }
    }

    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'\\', (byte)'u', _, _, _, _, ..])
        {
            foreach (byte digit in text[2..6])
            {
                if (!char.IsAsciiHexDigit((char)digit))
                {
                    return 0;
                }
            }

            return 6;
        }

        return text is [(byte)'\\', (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t', ..]
            ? 2 : 0;
    }

    /// <summary>Keeps the parts in the order of the line.</summary>
    private void Insert(Variable variable, JsonSlice slice)
    {
        if (!slice.IsPresent)
        {
            return;
        }

        int i = _partCount++;
        for (; i > 0 && _parts[i - 1].Slice.Start > slice.Start; i--)
        {
            _parts[i] = _parts[i - 1];
        }

        _parts[i] = new Part { Variable = variable, Slice = slice };
    }

    /// <summary>The attributes are compared with the text around them, and move with it.</summary>
    private void MoveAttributes(int literalStart, int literalEnd, int position, ref CaptureRecord record)
    {
        JsonSlice learned = _record.CustomAttributes;
        if (learned.IsPresent && learned.Start >= literalStart && learned.Start < literalEnd)
        {
            record.CustomAttributes = learned with { Start = learned.Start - literalStart + position };
        }
    }

    private enum Variable
    {
        InputData,
        OutputData,
        EventId,
        InferenceId,
        InferenceTime,
    }

    /// <summary>A string that may change, and the text before it that may not.</summary>
    private struct Part
    {
        public Variable Variable;
        public JsonSlice Slice;
        public int LiteralStart;
    }
}
