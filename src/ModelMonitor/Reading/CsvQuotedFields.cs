namespace ModelMonitor.Reading;

/// <summary>Splits CSV with quotes (RFC 4180), byte by byte; also the scalar twin of <see cref="CsvFields"/>.</summary>
/// <remarks>
/// A quote opens a quoted field only as its first byte; elsewhere it is a character. What follows the closing
/// quote before the next comma belongs to the field.
/// </remarks>
internal ref struct CsvQuotedFields
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly Span<byte> _cells;
    private int _position;
    private int _written;

    private CsvQuotedFields(ReadOnlySpan<byte> text, Span<byte> cells)
    {
        _text = text;
        _cells = cells;
    }

    /// <summary>Adds the records of a text; their cells are slices of <see cref="RecordBuffer.Text"/>.</summary>
    /// <returns>False when a quoted field is not closed; then <paramref name="records"/> is of no use.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> text, RecordBuffer records)
    {
        // No field is longer without its quotes, so that there is room for all before the first.
        CsvQuotedFields fields = new(text, records.Reserve(text.Length));
        int origin = records.Text.Length;
        while (fields._position < text.Length)
        {
            if (!fields.TryAddRecord(records, origin))
            {
                return false;
            }
        }

        records.Commit(fields._written);
        return true;
    }

    private bool TryAddRecord(RecordBuffer records, int origin)
    {
        int before = records.CellCount;
        while (true)
        {
            int start = _written;
            bool isQuoted = _text[_position..] is [(byte)'"', ..];
            if (isQuoted && !TryCopyQuoted())
            {
                return false;
            }

            int length = CopyPlain();
            bool endsRecord = _position >= _text.Length || _text[_position] == '\n';
            if (endsRecord && length > 0 && _cells[_written - 1] == '\r')
            {
                _written--;
            }

            bool isBlank = endsRecord && !isQuoted && _written == start && records.CellCount == before;
            if (!isBlank)
            {
                records.AddPositional(origin + start, _written - start);
            }

            _position++;
            if (endsRecord)
            {
                if (!isBlank)
                {
                    records.EndRecord();
                }

                return true;
            }
        }
    }

    /// <summary>Copies up to the next comma, newline or the end, and returns how much.</summary>
    private int CopyPlain()
    {
        int length = _text[_position..].IndexOfAny((byte)',', (byte)'\n');
        length = length < 0 ? _text.Length - _position : length;
        _text.Slice(_position, length).CopyTo(_cells[_written..]);
        _position += length;
        _written += length;
        return length;
    }

    /// <summary>Copies what stands between the quotes, and passes the closing one.</summary>
    private bool TryCopyQuoted()
    {
        _position++;
        while (true)
        {
            int quote = _text[_position..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return false;
            }

            bool isDoubled = _position + quote + 1 < _text.Length && _text[_position + quote + 1] == '"';
            int kept = isDoubled ? quote + 1 : quote;
            _text.Slice(_position, kept).CopyTo(_cells[_written..]);
            _written += kept;
            _position += quote + (isDoubled ? 2 : 1);
            if (!isDoubled)
            {
                return true;
            }
        }
    }
}
