using ModelMonitor.Reading;

namespace ModelMonitor.Capture;

/// <summary>The records of one side of an event; the default for a side that was not captured.</summary>
internal readonly ref struct Payload
{
    private readonly RecordBuffer? _records;
    private readonly ReadOnlySpan<byte> _text;
    private readonly int _cellsLeftOut;

    /// <summary>Names the records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="text">What their cells are slices of.</param>
    /// <param name="cellsLeftOut">How many cells at the end of each are no data; none has fewer.</param>
    public Payload(RecordBuffer records, ReadOnlySpan<byte> text, int cellsLeftOut = 0)
    {
        _cellsLeftOut = cellsLeftOut;
        _records = records;
        _text = text;
    }

    /// <summary>Whether the side was captured.</summary>
    public bool IsPresent => _records is not null;

    /// <summary>How many records it has.</summary>
    public int Count => _records?.RecordCount ?? 0;

    /// <summary>A record; no record at all when the side was not captured.</summary>
    public Record this[int index]
    {
        get
        {
            if (_records is null)
            {
                return default;
            }

            Record record = _records.Record(index, _text);
            return _cellsLeftOut == 0 ? record : record.WithoutLast(_cellsLeftOut);
        }
    }

    /// <summary>The same records without the last cells of each.</summary>
    public Payload WithoutLast(int cells) => new(_records!, _text, cells);
}
