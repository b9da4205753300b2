namespace ModelMonitor.Reading;

/// <summary>Some consecutive cells of a <see cref="RecordBuffer"/>: a record, or a part of one.</summary>
internal readonly ref struct Record
{
    /// <summary>Names the cells.</summary>
    /// <param name="buffer">What holds the cells.</param>
    /// <param name="text">What the cells are slices of.</param>
    /// <param name="firstCell">The first cell's index in <paramref name="buffer"/>.</param>
    /// <param name="cellCount">How many cells there are.</param>
    public Record(RecordBuffer buffer, ReadOnlySpan<byte> text, int firstCell, int cellCount)
    {
        Buffer = buffer;
        Text = text;
        FirstCell = firstCell;
        CellCount = cellCount;
    }

    /// <summary>What holds the cells; null for no record at all.</summary>
    public RecordBuffer? Buffer { get; }

    /// <summary>What the cells are slices of.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The first cell's index in <see cref="Buffer"/>.</summary>
    public int FirstCell { get; }

    /// <summary>How many cells there are.</summary>
    public int CellCount { get; }

    /// <summary>How many cells have no name.</summary>
    public int PositionalCount
    {
        get
        {
            if (Buffer is null || !Buffer.HasNames)
            {
                return CellCount;
            }

            int count = 0;
            for (int cell = FirstCell; cell < FirstCell + CellCount; cell++)
            {
                count += Buffer.IsPositional(cell) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The text of one of the cells.</summary>
    public ReadOnlySpan<byte> CellText(int index) => Text.Slice(Buffer!.Starts[FirstCell + index], Buffer.Lengths[FirstCell + index]);

    /// <summary>The cells but for the last ones.</summary>
    public Record WithoutLast(int cells) => new(Buffer!, Text, FirstCell, CellCount - cells);

    /// <summary>One of the cells as a record of its own.</summary>
    public Record Cell(int index) => new(Buffer!, Text, FirstCell + index, 1);
}
