using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Hands on the rows that a join held back, each with its label.</summary>
/// <param name="columns">The columns.</param>
/// <param name="labelColumn">The index of that of the labels.</param>
/// <param name="keepsUnlabelled">Whether rows without a label are handed on too.</param>
/// <param name="files">Where the rows come from, each with the number of its first row.</param>
/// <param name="sink">Takes the rows.</param>
/// <param name="report">Takes the numbers in them that no double holds.</param>
internal sealed class JoinReplay(
    ColumnSet columns,
    int labelColumn,
    bool keepsUnlabelled,
    IReadOnlyList<(long FirstRow, string File)> files,
    IRowSink sink,
    ReadingReport report)
{
    private readonly RowBatch _batch = new();
    private int _nextFile;

    /// <summary>Finds the label of a row; empty when it has none.</summary>
    /// <param name="row">The number of the row, from 0.</param>
    /// <param name="partition">The partition of its key.</param>
    /// <param name="room">At least 8 bytes that may hold the label.</param>
    public delegate ReadOnlySpan<byte> LabelFinder(long row, int partition, Span<byte> room);

    /// <summary>Hands on all rows in their order.</summary>
    public void Run(RowLog rows, LabelFinder find, CancellationToken cancellationToken)
    {
        Span<byte> room = stackalloc byte[8];
        rows.Rewind();
        long number = 0;
        for (int chunk = 0; ; chunk++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> bytes = rows.Read(chunk);
            if (bytes.IsEmpty)
            {
                break;
            }

            for (int position = 0; position < bytes.Length; number++)
            {
                BeginFile(number);
                ReadOnlySpan<byte> label = find(number, bytes[position++], room);
                Write(bytes, ref position, label);
            }
        }

        Flush();
    }

    private void BeginFile(long row)
    {
        if (_nextFile < files.Count && files[_nextFile].FirstRow == row)
        {
            Flush();
            _batch.File = files[_nextFile++].File;
        }
    }

    private void Write(ReadOnlySpan<byte> bytes, ref int position, ReadOnlySpan<byte> label)
    {
        long line = (long)VariableInteger.Read(bytes, ref position);
        ulong cells = VariableInteger.Read(bytes, ref position);
        bool isWanted = keepsUnlabelled || !label.IsEmpty;
        _batch.BeginRow();
        for (ulong cell = 0; cell < cells; cell++)
        {
            int column = (int)VariableInteger.Read(bytes, ref position);
            int length = (int)VariableInteger.Read(bytes, ref position);
            if (isWanted && column != labelColumn)
            {
                _batch.SetCell(column, _batch.Append(bytes.Slice(position, length)), length);
            }

            position += length;
        }

        if (!isWanted)
        {
            return;
        }

        _batch.SetCell(labelColumn, _batch.Append(label), label.Length);
        _batch.EndRow(line);
        if (_batch.IsFull)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_batch.RowCount > 0)
        {
            sink.Add(_batch);
            report.AddUnusableNumbers(_batch, columns);
            _batch.Clear();
        }
    }
}
