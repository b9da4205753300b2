using System.Runtime.CompilerServices;

namespace ModelMonitor.Profiling;

/// <summary>A few hundred rows waiting to be profiled, held column by column as slices of one text buffer.</summary>
/// <remarks>
/// A reader writes a row in four steps: <see cref="BeginRow()"/>, the text by <see cref="Append"/> or
/// <see cref="Reserve"/> and <see cref="Commit"/>, the cells by <see cref="SetCell"/>, and <see cref="EndRow"/>.
/// A row that was begun and not ended is none: the next takes its place.
/// </remarks>
public sealed class RowBatch
{
    /// <summary>How many rows a batch holds.</summary>
    public const int Capacity = 512;

    /// <summary>Bytes after the text that may be read (not used), so that a cell can be loaded in one piece.</summary>
    public const int Padding = 64;

    // A little more than Capacity: at a power of two, the cells of a row would all compete for the same few cache lines.
    private const int Stride = Capacity + 16;
    private const int MissingLength = -1;
    private const int FullTextLength = 1 << 20;

    private readonly long[] _lines = new long[Capacity];
    private readonly List<(int Row, int Column)> _unusable = [];
    private EventKey[]? _events;
    private byte[] _text = new byte[1 << 16];
    private int[] _starts = [];
    private int[] _lengths = [];

    /// <summary>The object the rows come from; empty when they come from none.</summary>
    public string File { get; set; } = "";

    /// <summary>Finished rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>Columns that any row so far had a cell for.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Length of the text, the row being written included.</summary>
    public int TextLength { get; private set; }

    /// <summary>True when the batch must be handed on and cleared before the next row.</summary>
    public bool IsFull => RowCount == Capacity || TextLength >= FullTextLength;

    /// <summary>The text that cells are slices of, with <see cref="Padding"/> readable bytes behind it.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>The starts of a column's cells, one for each row.</summary>
    public ReadOnlySpan<int> Starts(int column) => _starts.AsSpan(column * Stride, RowCount);

    /// <summary>The lengths of a column's cells, one for each row; negative for a missing cell.</summary>
    public ReadOnlySpan<int> Lengths(int column) => _lengths.AsSpan(column * Stride, RowCount);

    /// <summary>The text of one cell; empty when it is missing.</summary>
    public ReadOnlySpan<byte> Cell(int row, int column)
    {
        int length = column < ColumnCount ? Lengths(column)[row] : MissingLength;
        return length < 0 ? [] : _text.AsSpan(Starts(column)[row], length);
    }

    /// <summary>Starts a row in which every cell is missing.</summary>
    public void BeginRow()
    {
        for (int column = 0; column < ColumnCount; column++)
        {
            _lengths[column * Stride + RowCount] = MissingLength;
        }
    }

    /// <summary>Starts a row whose first <paramref name="columns"/> cells will all be set.</summary>
    public void BeginRow(int columns)
    {
        EnsureColumns(columns);
        for (int column = columns; column < ColumnCount; column++)
        {
            _lengths[column * Stride + RowCount] = MissingLength;
        }
    }

    /// <summary>Appends text and returns where it starts.</summary>
    public int Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        int start = TextLength;
        TextLength += text.Length;
        return start;
    }

    /// <summary>Room for at least <paramref name="length"/> bytes at <see cref="TextLength"/>; <see cref="Commit"/> says how many were written.</summary>
    public Span<byte> Reserve(int length)
    {
        if (TextLength + length + Padding > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(TextLength + length + Padding, 2 * _text.Length));
        }

        return _text.AsSpan(TextLength, _text.Length - TextLength - Padding);
    }

    /// <summary>Takes over bytes written into <see cref="Reserve"/>d room.</summary>
    public void Commit(int length) => TextLength += length;

    /// <summary>Says where the text of a cell of the current row is; empty text is a missing cell.</summary>
    public void SetCell(int column, int start, int length)
    {
        if (column >= ColumnCount)
        {
            EnsureColumns(column + 1);
        }

        int cell = column * Stride + RowCount;
        _starts[cell] = start;
        _lengths[cell] = length == 0 ? MissingLength : length;
    }

    /// <summary>Says where the cells of consecutive columns of the current row are; see <see cref="SetCell"/>.</summary>
    /// <param name="column">The first column.</param>
    /// <param name="starts">Where the cells start.</param>
    /// <param name="lengths">How long they are, one for each start.</param>
    /// <param name="shift">Added to each start.</param>
    public void SetCells(int column, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, int shift)
    {
        if (starts.IsEmpty)
        {
            return;
        }

        EnsureColumns(column + starts.Length);
        lengths = lengths[..starts.Length];

        // There is room for all these columns now: the bounds need not be checked cell by cell.
        int first = column * Stride + RowCount;
        ref int start = ref _starts[first];
        ref int length = ref _lengths[first];
        for (int i = 0; i < starts.Length; i++)
        {
            Unsafe.Add(ref start, i * Stride) = starts[i] + shift;
            Unsafe.Add(ref length, i * Stride) = lengths[i] == 0 ? MissingLength : lengths[i];
        }
    }

    /// <summary>Finishes the current row.</summary>
    /// <param name="line">The line of <see cref="File"/> it comes from; 0 when it has none.</param>
    public void EndRow(long line = 0) => _lines[RowCount++] = line;

    /// <summary>Says of which event the current row is; without it the row is of none.</summary>
    public void SetEvent(EventKey key) => (_events ??= new EventKey[Capacity])[RowCount] = key;

    /// <summary>The event a row is of; that of none where nobody asked readers for it.</summary>
    public EventKey Event(int row) => _events is null ? default : _events[row];

    /// <summary>The line a row comes from.</summary>
    public long Line(int row) => _lines[row];

    /// <summary>Notes that a cell looks like a number that no double holds, so that the reader can report where.</summary>
    public void MarkUnusable(int row, int column) => _unusable.Add((row, column));

    /// <summary>The cells noted by <see cref="MarkUnusable"/>.</summary>
    public IReadOnlyList<(int Row, int Column)> UnusableCells => _unusable;

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        _events?.AsSpan(0, Math.Min(RowCount + 1, Capacity)).Clear();
        RowCount = 0;
        TextLength = 0;
        _unusable.Clear();
        if (_text.Length > 4 * FullTextLength)
        {
            _text = new byte[1 << 16];
        }
    }

    private void EnsureColumns(int columns)
    {
        if (columns <= ColumnCount)
        {
            return;
        }

        if (columns * Stride > _lengths.Length)
        {
            int size = Math.Max(columns, 2 * ColumnCount) * Stride;
            Array.Resize(ref _starts, size);
            Array.Resize(ref _lengths, size);
        }

        _lengths.AsSpan(ColumnCount * Stride, (columns - ColumnCount) * Stride).Fill(MissingLength);
        ColumnCount = columns;
    }
}
