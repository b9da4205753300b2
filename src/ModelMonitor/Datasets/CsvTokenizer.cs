using System.Text.Unicode;
using ModelMonitor.Profiling;

namespace ModelMonitor.Datasets;

/// <summary>Cuts a CSV text (RFC 4180) into records and fields, block by block, without making strings.</summary>
/// <remarks>
/// <para>A quote opens a quoted field only as the field's first byte, elsewhere it is text. A record ends with LF or
/// CR LF outside quotes; the last one may end with the file. A byte order mark at the start is passed over.</para>
/// <para>A record with broken quotes costs its first line only: reading goes on with the next line. Each line
/// is so read at most twice, for what follows an unclosed quote holds none that opens a field and stays open.</para>
/// </remarks>
internal sealed partial class CsvTokenizer
{
    /// <summary>The longest record, in bytes; what is longer is taken for an unclosed quote.</summary>
    public const int MaximumRecordLength = 32 << 20;

    /// <summary>Fields beyond these are counted, not kept.</summary>
    public const int MaximumFields = ColumnSet.MaximumColumns;

    private readonly byte _delimiter;
    private CsvField[] _fields = new CsvField[64];

    /// <summary>Creates a reader at the start of a text.</summary>
    /// <param name="stream">The text, not compressed; not disposed.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="blockSize">How many bytes are read at once.</param>
    /// <param name="maximumRecordLength">The longest record, in bytes.</param>
    public CsvTokenizer(Stream stream, byte delimiter, int blockSize, int maximumRecordLength = MaximumRecordLength)
    {
        _stream = stream;
        _delimiter = delimiter;
        _blockSize = Math.Max(blockSize, "\uFEFF"u8.Length);
        _maximumRecordLength = maximumRecordLength;
        _buffer = new byte[_blockSize];
        _marks = new int[Math.Min(_buffer.Length, ScanLength)];
    }

    /// <summary>The line on which the last record starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The bytes of the last record, without the line break; valid until the next call of <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_recordStart, _recordLength);

    /// <summary>The fields of the last record, at most <see cref="MaximumFields"/>.</summary>
    public ReadOnlySpan<CsvField> Fields => _fields.AsSpan(0, Math.Min(FieldCount, MaximumFields));

    /// <summary>How many fields the last record has.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether the last record is valid UTF-8.</summary>
    public bool IsValidText => _ascii || Utf8.IsValid(Record);

    /// <summary>Whether the last record is a line of nothing, or of nothing but spaces and tabs.</summary>
    public bool IsBlank => FieldCount == 1 && Record.Trim(" \t"u8).IsEmpty;

    /// <summary>Reads the next record.</summary>
    public CsvRecordOutcome Read()
    {
        StartRecord();
        int fieldStart = 0;
        while (true)
        {
            if (_nextMark == _markCount && !FindMarks())
            {
                return IsTooLong ? PassOverLine(CsvRecordOutcome.TooLong) : FinishLast(fieldStart);
            }

            int mark = _marks[_nextMark++] - _recordStart;
            byte character = _buffer[_recordStart + mark];
            if (character == '\n')
            {
                AddField(fieldStart, WithoutCarriageReturn(fieldStart, mark));
                return FinishRecord(mark);
            }

            if (character == _delimiter)
            {
                AddField(fieldStart, mark);
                fieldStart = mark + 1;
            }
            else if (mark == fieldStart)
            {
                CsvRecordOutcome? outcome = ReadQuoted(ref fieldStart);
                if (outcome is not null)
                {
                    return outcome.Value;
                }
            }
        }
    }

    /// <summary>Reads a field behind its opening quote, with the delimiter or line break that ends it.</summary>
    /// <returns>How the record ended; null when it goes on at <paramref name="fieldStart"/>.</returns>
    private CsvRecordOutcome? ReadQuoted(ref int fieldStart)
    {
        int contentStart = fieldStart + 1;
        bool escaped = false;
        while (true)
        {
            if (_nextMark == _markCount && !FindMarks())
            {
                return PassOverLine(IsTooLong ? CsvRecordOutcome.TooLong : CsvRecordOutcome.UnclosedQuote);
            }

            int mark = _marks[_nextMark++] - _recordStart;
            byte character = _buffer[_recordStart + mark];
            if (character == '\n')
            {
                CountLineBreak(mark);
                continue;
            }

            if (character != '"')
            {
                continue;
            }

            // The next mark tells whether this quote is one of two, or closes the field.
            if (_nextMark == _markCount && !FindMarks())
            {
                if (IsTooLong || !IsLineEnd(mark + 1))
                {
                    return PassOverLine(IsTooLong ? CsvRecordOutcome.TooLong : CsvRecordOutcome.TextAfterQuote);
                }

                AddField(contentStart, mark, escaped);
                return FinishRecord(_length - _recordStart);
            }

            int next = _marks[_nextMark++] - _recordStart;
            byte nextCharacter = _buffer[_recordStart + next];
            bool adjacent = next == mark + 1;
            if (nextCharacter == '"' && adjacent)
            {
                escaped = true;
                continue;
            }

            if (nextCharacter == _delimiter && adjacent)
            {
                AddField(contentStart, mark, escaped);
                fieldStart = next + 1;
                return null;
            }

            if (nextCharacter == '\n' && WithoutCarriageReturn(mark + 1, next) == mark + 1)
            {
                AddField(contentStart, mark, escaped);
                return FinishRecord(next);
            }

            if (nextCharacter == '\n')
            {
                CountLineBreak(next);
            }

            return PassOverLine(CsvRecordOutcome.TextAfterQuote);
        }
    }

    private void StartRecord()
    {
        _recordStart = _nextRecordStart;
        _recordLength = 0;
        _firstLineBreak = -1;
        Line = ++_line;
        FieldCount = 0;
    }

    private CsvRecordOutcome FinishRecord(int end)
    {
        _recordLength = WithoutCarriageReturn(0, end);
        _nextRecordStart = Math.Min(_recordStart + end + 1, _length);
        return CsvRecordOutcome.Record;
    }

    private CsvRecordOutcome FinishLast(int fieldStart)
    {
        int end = _length - _recordStart;
        if (end == 0)
        {
            return CsvRecordOutcome.End;
        }

        AddField(fieldStart, WithoutCarriageReturn(fieldStart, end));
        return FinishRecord(end);
    }

    private void AddField(int start, int end, bool escaped = false)
    {
        if (FieldCount < MaximumFields)
        {
            if (FieldCount == _fields.Length)
            {
                Array.Resize(ref _fields, 2 * _fields.Length);
            }

            _fields[FieldCount] = new CsvField(start, end - start, escaped);
        }

        FieldCount++;
    }

    private bool IsLineEnd(int position) => WithoutCarriageReturn(position, _length - _recordStart) == position;

    private int WithoutCarriageReturn(int start, int end) => end > start && _buffer[_recordStart + end - 1] == '\r' ? end - 1 : end;

    private void CountLineBreak(int mark)
    {
        _line++;
        if (_firstLineBreak < 0)
        {
            _firstLineBreak = mark;
        }
    }
}
