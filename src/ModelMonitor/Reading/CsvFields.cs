using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelMonitor.Reading;

/// <summary>Splits CSV without quotes into records whose cells are slices of it.</summary>
/// <remarks>
/// For payloads: short, whole in memory, almost never quoted, and better read with a slip than not at all. CSV files
/// come in blocks, must tell lines and lose no more than one to a broken quote: <see cref="Datasets.CsvTokenizer"/>
/// reads those. Both search by <see cref="CsvDelimiters"/>.
/// </remarks>
/// <param name="text">Rows that end in LF or CRLF, the last one optionally; blank rows are no records.</param>
/// <param name="records">Where records are added.</param>
internal ref struct CsvFields(ReadOnlySpan<byte> text, RecordBuffer records)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _fieldStart;
    private int _recordStart;

    /// <summary>Adds the records of a text; their cells are slices of it.</summary>
    /// <returns>False when there is a quote: then <paramref name="records"/> is of no use and <see cref="CsvQuotedFields"/> must do it.</returns>
    public static bool TrySplit(ReadOnlySpan<byte> text, RecordBuffer records)
    {
        CsvFields fields = new(text, records);
        int position = 0;
        for (; text.Length - position >= CsvDelimiters.BlockLength; position += CsvDelimiters.BlockLength)
        {
            ulong commas = CsvDelimiters.Find(text[position..], (byte)',', out ulong others);
            if (!fields.TryAdd(position, commas, others))
            {
                return false;
            }
        }

        if (!fields.TryAddRest(position))
        {
            return false;
        }

        fields.EndRecord(text.Length);
        return true;
    }

    private bool TryAddRest(int position)
    {
        int rest = _text.Length - position;
        if (position > 0)
        {
            // The last block of the text, less what of it was looked at before.
            int seen = CsvDelimiters.BlockLength - rest;
            ulong commas = CsvDelimiters.Find(_text[(position - seen)..], (byte)',', out ulong others);
            return rest == 0 || TryAdd(position, commas >> seen, others >> seen);
        }

        if (_text.IndexOfAny((byte)',', (byte)'"', (byte)'\n') < 0)
        {
            return true;
        }

        Span<byte> block = stackalloc byte[CsvDelimiters.BlockLength];
        block.Clear();
        _text.CopyTo(block);
        return TryAdd(position, CsvDelimiters.Find(block, (byte)',', out ulong otherBits), otherBits);
    }

    private bool TryAdd(int position, ulong commas, ulong others)
    {
        records.ReserveCells(CsvDelimiters.BlockLength, out Span<int> starts, out Span<int> lengths);
        if (others != 0)
        {
            return TryAddRecords(position, commas | others);
        }

        // There is room for a cell at each bit, so that the bounds need not be checked one by one.
        ref int start = ref MemoryMarshal.GetReference(starts);
        ref int length = ref MemoryMarshal.GetReference(lengths);
        int fieldStart = _fieldStart;
        int cells = 0;
        for (; commas != 0; commas &= commas - 1)
        {
            int comma = position + BitOperations.TrailingZeroCount(commas);
            Unsafe.Add(ref start, cells) = fieldStart;
            Unsafe.Add(ref length, cells) = comma - fieldStart;
            fieldStart = comma + 1;
            cells++;
        }

        _fieldStart = fieldStart;
        records.CommitCells(cells);
        return true;
    }

    private bool TryAddRecords(int position, ulong delimiters)
    {
        for (; delimiters != 0; delimiters &= delimiters - 1)
        {
            int delimiter = position + BitOperations.TrailingZeroCount(delimiters);
            switch (_text[delimiter])
            {
                case (byte)',':
                    records.AddPositional(_fieldStart, delimiter - _fieldStart);
                    _fieldStart = delimiter + 1;
                    break;
                case (byte)'\n':
                    EndRecord(delimiter);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private void EndRecord(int end)
    {
        int length = end - _fieldStart;
        if (length > 0 && _text[end - 1] == '\r')
        {
            length--;
        }

        bool isBlank = length == 0 && records.CellCount == _recordStart;
        if (!isBlank)
        {
            records.AddPositional(_fieldStart, length);
            records.EndRecord();
        }

        _fieldStart = end + 1;
        _recordStart = records.CellCount;
    }
}
