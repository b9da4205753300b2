using ModelMonitor.Profiling;

namespace ModelMonitor.Reading;

/// <summary>The records of one payload: each a run of cells, which are slices of a text.</summary>
/// <remarks>
/// New names are only noted down here. They become columns when a row is written
/// (<see cref="ResolveColumn"/>), so that what is rejected or lies outside the window adds none.
/// </remarks>
/// <param name="columns">Where named cells find their columns.</param>
internal sealed class RecordBuffer(ColumnSet columns)
{
    /// <summary>The column of a cell without a name.</summary>
    public const int Positional = -1;

    /// <summary>The column of a cell that no column is left for.</summary>
    public const int Dropped = int.MinValue;

    /// <summary>The most text held, in bytes: twice the longest line, for nested names repeat those around them.</summary>
    public const int MaximumTextLength = 2 * LineReader.DefaultMaximumLength;

    private const int FirstPending = -2;

    private readonly NamedColumns _named = new(columns);
    private readonly List<PendingName> _pending = [];
    private readonly List<int> _recordEnds = [];
    private int[] _columns = new int[64];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];
    private byte[] _text = new byte[1024];
    private int _textLength;
    private int _namedInRecord;

    /// <summary>Finished records.</summary>
    public int RecordCount => _recordEnds.Count;

    /// <summary>Cells of all records, the one being written included.</summary>
    public int CellCount { get; private set; }

    /// <summary>Whether any cell has a name; if none has, the columns of cells are not kept.</summary>
    public bool HasNames { get; private set; }

    /// <summary>Text appended so far.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _textLength);

    /// <summary>Where cells start in their text.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, CellCount);

    /// <summary>How long cells are; 0 for a missing one.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, CellCount);

    /// <summary>Forgets everything but the names learned.</summary>
    public void Clear()
    {
        _pending.Clear();
        _recordEnds.Clear();
        CellCount = 0;
        HasNames = false;
        _textLength = 0;
        _namedInRecord = 0;
        if (_text.Length > LineReader.DefaultMaximumLength)
        {
            _text = new byte[1024];
        }
    }

    /// <summary>A record whose cells are slices of <paramref name="text"/>.</summary>
    public Record Record(int index, ReadOnlySpan<byte> text)
    {
        int first = index == 0 ? 0 : _recordEnds[index - 1];
        return new Record(this, text, first, _recordEnds[index] - first);
    }

    /// <summary>Appends text for cells and returns where it starts.</summary>
    public int Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        int start = _textLength;
        _textLength += text.Length;
        return start;
    }

    /// <summary>Room for at least <paramref name="length"/> bytes of text.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_text.Length - _textLength < length)
        {
            Array.Resize(ref _text, Math.Max(_textLength + length, 2 * _text.Length));
        }

        return _text.AsSpan(_textLength);
    }

    /// <summary>Takes over bytes written into <see cref="Reserve"/>d room and returns where they start.</summary>
    public int Commit(int length)
    {
        int start = _textLength;
        _textLength += length;
        return start;
    }

    /// <summary>Adds a cell without a name.</summary>
    public void AddPositional(int start, int length) => AddCell(Positional, start, length);

    /// <summary>Adds a cell with a name.</summary>
    /// <returns>False when there is no room for one more new name; see <see cref="MaximumTextLength"/>.</returns>
    public bool TryAddNamed(ReadOnlySpan<byte> name, int start, int length)
    {
        if (!HasNames)
        {
            HasNames = true;
            _columns.AsSpan(0, CellCount).Fill(Positional);
        }

        int column = _named.Find(_namedInRecord, name);
        if (column == NamedColumns.Unknown)
        {
            if (_textLength + name.Length > MaximumTextLength)
            {
                return false;
            }

            column = FirstPending - _pending.Count;
            _pending.Add(new PendingName(_namedInRecord, Append(name), name.Length));
        }

        AddCell(column, start, length);
        _namedInRecord++;
        return true;
    }

    /// <summary>Finishes a record, which may be without cells.</summary>
    public void EndRecord()
    {
        _recordEnds.Add(CellCount);
        _namedInRecord = 0;
    }

    /// <summary>Room for the starts and lengths of <paramref name="count"/> more positional cells, for a splitter to fill in.</summary>
    public void ReserveCells(int count, out Span<int> starts, out Span<int> lengths)
    {
        EnsureCells(count);
        starts = _starts.AsSpan(CellCount);
        lengths = _lengths.AsSpan(CellCount);
    }

    /// <summary>Takes over cells written into <see cref="ReserveCells"/>' room.</summary>
    public void CommitCells(int count) => CellCount += count;

    /// <summary>Whether a cell has no name.</summary>
    public bool IsPositional(int cell) => !HasNames || _columns[cell] == Positional;

    /// <summary>The column of a cell with a name, added when new; negative when there is no room for more columns.</summary>
    public int ResolveColumn(int cell)
    {
        int column = _columns[cell];
        if (column is > FirstPending or Dropped)
        {
            return column;
        }

        PendingName pending = _pending[FirstPending - column];
        column = _named.GetOrAdd(pending.Ordinal, _text.AsSpan(pending.Start, pending.Length));
        _columns[cell] = column < 0 ? Dropped : column;
        return _columns[cell];
    }

    private void AddCell(int column, int start, int length)
    {
        EnsureCells(1);
        _columns[CellCount] = column;
        _starts[CellCount] = start;
        _lengths[CellCount] = length;
        CellCount++;
    }

    private void EnsureCells(int count)
    {
        if (CellCount + count > _starts.Length)
        {
            int size = Math.Max(CellCount + count, 2 * _starts.Length);
            Array.Resize(ref _columns, size);
            Array.Resize(ref _starts, size);
            Array.Resize(ref _lengths, size);
        }
    }

    private readonly record struct PendingName(int Ordinal, int Start, int Length);
}
