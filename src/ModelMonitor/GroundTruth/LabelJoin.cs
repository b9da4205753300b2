using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Holds rows back until their labels are read, and then hands them on with one more column.</summary>
/// <remarks>
/// Rows go in by <see cref="Add(RowBatch)"/>, labels by <see cref="Add(EventKey, ReadOnlySpan{byte})"/> after the last row; of
/// labels for the same record the last counts. <see cref="Complete"/> hands the rows on in the order they came in, so that the
/// result does not depend on how the join was done: in memory, or by way of files when the rows take more than they may.
/// </remarks>
internal sealed class LabelJoin : IRowSink, ILabelSink, IDisposable
{
    /// <summary>About what a row takes in memory besides its cells: its key and label, and the way to find them.</summary>
    private const int BytesOfKey = 64;

    private readonly ColumnSet _columns;
    private readonly LabelRequest _request;
    private readonly GroundTruthSource _settings;
    private readonly IRowSink _sink;
    private readonly ReadingReport _report;
    private readonly JoinColumns _kept;
    private readonly ColumnReference? _id;
    private readonly RowLog _rows = new();
    private readonly List<(long FirstRow, string File)> _files = [];
    private readonly List<int> _slots = [];
    private LabelTable _table = new();
    private JoinPartitions? _partitions;
    private long _count;

    /// <summary>Creates a join.</summary>
    /// <param name="columns">The columns, to which that of the labels is added after those of the rows.</param>
    /// <param name="request">What the kind of monitor wants.</param>
    /// <param name="settings">How much memory it may take.</param>
    /// <param name="sink">Takes the rows with their labels.</param>
    /// <param name="report">Takes the numbers in them that no double holds.</param>
    public LabelJoin(ColumnSet columns, LabelRequest request, GroundTruthSource settings, IRowSink sink, ReadingReport report)
    {
        _columns = columns;
        _request = request;
        _settings = settings;
        _sink = sink;
        _report = report;
        _kept = new JoinColumns(columns, request.Columns);
        _id = settings.PredictionIdColumn is { } id ? new ColumnReference(id) : null;
    }

    /// <summary>Whether rows went to files.</summary>
    public bool IsSpilled => _partitions is not null;

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        if (batch.RowCount == 0)
        {
            return;
        }

        if (_files.Count == 0 || _files[^1].File != batch.File)
        {
            _files.Add((_count, batch.File));
        }

        ReadOnlySpan<int> kept = _kept.Of(batch);
        int idColumn = _id?.IndexIn(_columns) ?? -1;
        for (int row = 0; row < batch.RowCount; row++)
        {
            EventKey key = _id is null ? batch.Event(row) : EventKey.Of(idColumn < 0 ? [] : batch.Cell(row, idColumn));
            Write(batch, row, kept, key);
            if (_partitions is null)
            {
                _slots.Add(_table.GetOrAdd(key));
            }
            else
            {
                _partitions.AddKey(key);
            }

            _count++;
        }

        if (_partitions is null && _rows.Length + BytesOfKey * _count > _settings.MemoryBytes)
        {
            Spill();
        }
    }

    /// <inheritdoc />
    public void Add(EventKey key, ReadOnlySpan<byte> label)
    {
        if (_partitions is null)
        {
            _table.Add(key, label);
        }
        else
        {
            _partitions.Add(key, label);
        }
    }

    /// <summary>Hands on the rows, after the last label.</summary>
    /// <param name="state">Counts the predictions and their labels.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Complete(GroundTruthState state, CancellationToken cancellationToken)
    {
        if (_partitions is null)
        {
            state.AddMatches(_table.Matched, _table.Duplicates);
            foreach (int slot in _slots)
            {
                state.AddPrediction(_table.Key(slot).Id, _table.IsLabelled(slot));
            }
        }
        else
        {
            _partitions.Resolve(state, cancellationToken);
        }

        int column = _columns.GetOrAdd(_request.Column);
        if (column < 0)
        {
            _report.AddUnreadable("", line: 0, $"the rows have {ColumnSet.MaximumColumns} columns, and no room for that of the labels");
            return;
        }

        new JoinReplay(_columns, column, _request.KeepsUnlabelled, _files, _sink, _report).Run(_rows, Label, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _rows.Dispose();
        _partitions?.Dispose();
    }

    private ReadOnlySpan<byte> Label(long row, int partition, Span<byte> room) =>
        _partitions is null ? _table.Label(_slots[(int)row], room) : _partitions.Next(partition);

    private void Write(RowBatch batch, int row, ReadOnlySpan<int> kept, EventKey key)
    {
        int cells = 0;
        int length = 1 + (2 * VariableInteger.MaximumLength);
        foreach (int column in kept)
        {
            int cell = batch.Lengths(column)[row];
            cells += cell > 0 ? 1 : 0;
            length += cell > 0 ? cell + (2 * VariableInteger.MaximumLength) : 0;
        }

        Span<byte> room = _rows.Reserve(length);
        room[0] = (byte)JoinPartitions.Of(key.Id);
        int position = 1;
        VariableInteger.Write(room, ref position, (ulong)batch.Line(row));
        VariableInteger.Write(room, ref position, (ulong)cells);
        foreach (int column in kept)
        {
            ReadOnlySpan<byte> cell = batch.Cell(row, column);
            if (!cell.IsEmpty)
            {
                VariableInteger.Write(room, ref position, (ulong)column);
                VariableInteger.Write(room, ref position, (ulong)cell.Length);
                cell.CopyTo(room[position..]);
                position += cell.Length;
            }
        }

        _rows.Commit(position);
    }

    private void Spill()
    {
        _partitions = new JoinPartitions(_settings.TemporaryFolder);
        foreach (int slot in _slots)
        {
            _partitions.AddKey(_table.Key(slot));
        }

        _slots.Clear();
        _slots.TrimExcess();
        _table = new LabelTable();
        _rows.Spill(_partitions.Create("rows"));
    }
}
