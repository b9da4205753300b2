using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Datasets;

/// <summary>Collects the rows of dataset readers in a batch, and hands it on when it is full.</summary>
internal sealed class DatasetRows(ColumnSet columns, IRowSink sink, ReadingReport report)
{
    /// <summary>The columns, to which a reader adds those it meets.</summary>
    public ColumnSet Columns => columns;

    /// <summary>The batch in which rows are written.</summary>
    public RowBatch Batch { get; } = new();

    /// <summary>Takes what could not be read.</summary>
    public ReadingReport Report => report;

    /// <summary>Finishes the batch's current row, which comes from a line of its file.</summary>
    public void EndRow(long line)
    {
        Batch.EndRow(line);
        if (Batch.IsFull)
        {
            Flush();
        }
    }

    /// <summary>Hands on what is left; also when that is no row, so that the sink learns of columns without rows.</summary>
    public void Flush()
    {
        report.AddRows(Batch.RowCount);
        sink.Add(Batch);
        report.AddUnusableNumbers(Batch, columns);
        Batch.Clear();
    }
}
