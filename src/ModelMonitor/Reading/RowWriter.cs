using System.Globalization;
using ModelMonitor.Profiling;

namespace ModelMonitor.Reading;

/// <summary>Writes records into a <see cref="RowBatch"/> and hands full batches to a sink.</summary>
internal sealed class RowWriter
{
    private readonly ColumnSet _columns;
    private readonly IRowSink _sink;
    private readonly ReadingReport _report;
    private readonly RowBatch _batch = new();
    private readonly List<int> _positional = [];
    private readonly bool _isFixed;
    private bool _isDense = true;

    /// <summary>Creates a writer.</summary>
    /// <param name="columns">The columns, to which names that are new are added.</param>
    /// <param name="positional">The columns that cells without names fill, in order; null for <c>_c0</c>, <c>_c1</c> … as many as there are.</param>
    /// <param name="sink">Takes the rows.</param>
    /// <param name="report">Counts the rows once they are handed on, and the numbers in them that no double holds.</param>
    public RowWriter(ColumnSet columns, IReadOnlyList<string>? positional, IRowSink sink, ReadingReport report)
    {
        _columns = columns;
        _sink = sink;
        _report = report;
        _isFixed = positional is not null;
        foreach (string name in positional ?? [])
        {
            AddPositional(name);
        }
    }

    /// <summary>The object the rows come from.</summary>
    public string File
    {
        get => _batch.File;
        set => _batch.File = value;
    }

    /// <summary>The event that rows are of; the default for none.</summary>
    public EventKey Event { get; set; }

    /// <summary>Writes a row of the cells of one or two records.</summary>
    /// <param name="first">The cells that come first.</param>
    /// <param name="second">The cells after them; default for none.</param>
    /// <param name="line">The line they come from.</param>
    /// <returns>
    /// True, or false when the number of positional cells is not what the layout says, or without one more than
    /// there can be columns: see <see cref="Misfit"/>.
    /// A row that names all its cells fits any layout.
    /// </returns>
    public bool TryWrite(in Record first, in Record second, long line)
    {
        int positional = first.PositionalCount + second.PositionalCount;
        bool isNamed = positional == 0 && first.CellCount + second.CellCount > 0;
        if (_isFixed ? !isNamed && positional != _positional.Count : positional > ColumnSet.MaximumColumns)
        {
            return false;
        }

        if (_isFixed && _isDense && !isNamed)
        {
            _batch.BeginRow(positional);
        }
        else
        {
            NamePositional(positional);
            _batch.BeginRow();
        }

        Write(second, Write(first, 0));
        if (Event.IsPresent)
        {
            _batch.SetEvent(Event);
        }

        _batch.EndRow(line);
        if (_batch.IsFull)
        {
            Flush();
        }

        return true;
    }

    /// <summary>Says why a row was refused.</summary>
    public string Misfit(in Record first, in Record second) => string.Create(
        CultureInfo.InvariantCulture,
        $"expected {(_isFixed ? _positional.Count : $"at most {ColumnSet.MaximumColumns}")} fields, found {first.PositionalCount + second.PositionalCount}");

    /// <summary>Hands the rows of an unfinished batch to the sink.</summary>
    public void Flush()
    {
        if (_batch.RowCount > 0)
        {
            _sink.Add(_batch);
            _report.AddRows(_batch.RowCount);
            _report.AddUnusableNumbers(_batch, _columns);
            _batch.Clear();
        }
    }

    private int Write(in Record record, int position)
    {
        if (record.CellCount == 0)
        {
            return position;
        }

        RecordBuffer buffer = record.Buffer!;
        ReadOnlySpan<int> starts = buffer.Starts.Slice(record.FirstCell, record.CellCount);
        ReadOnlySpan<int> lengths = buffer.Lengths.Slice(record.FirstCell, record.CellCount);
        int textStart = starts[0];
        int textEnd = starts[^1] + lengths[^1];
        int shift = _batch.Append(record.Text[textStart..textEnd]) - textStart;
        if (!buffer.HasNames && _isDense)
        {
            _batch.SetCells(position, starts, lengths, shift);
            return position + starts.Length;
        }

        if (!buffer.HasNames)
        {
            for (int i = 0; i < starts.Length; i++)
            {
                SetPositional(position++, starts[i] + shift, lengths[i]);
            }

            return position;
        }

        for (int i = 0; i < starts.Length; i++)
        {
            if (buffer.IsPositional(record.FirstCell + i))
            {
                SetPositional(position++, starts[i] + shift, lengths[i]);
            }
            else if (buffer.ResolveColumn(record.FirstCell + i) is >= 0 and int column)
            {
                _batch.SetCell(column, starts[i] + shift, lengths[i]);
            }
        }

        return position;
    }

    private void SetPositional(int position, int start, int length)
    {
        int column = _isDense ? position : _positional[position];
        if (column >= 0)
        {
            _batch.SetCell(column, start, length);
        }
    }

    private void NamePositional(int count)
    {
        while (_positional.Count < count)
        {
            AddPositional($"_c{_positional.Count}");
        }
    }

    private void AddPositional(string name)
    {
        int column = _columns.GetOrAdd(name);
        _isDense &= column == _positional.Count;
        _positional.Add(column);
    }
}
