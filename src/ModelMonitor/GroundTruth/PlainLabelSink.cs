using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>Takes the labels out of the rows of a dataset with a column of ids and one of labels.</summary>
/// <param name="columns">The columns of the dataset.</param>
/// <param name="idColumn">The column of the ids, by name or index.</param>
/// <param name="labelColumn">The column of the labels, by name or index.</param>
/// <param name="report">Takes the rows that hold no label.</param>
internal sealed class PlainLabelSink(ColumnSet columns, string idColumn, string labelColumn, ReadingReport report) : IRowSink
{
    private readonly ColumnReference _id = new(idColumn);
    private readonly ColumnReference _label = new(labelColumn);

    /// <summary>Where labels go; to be set before rows come.</summary>
    public ILabelSink? Labels { get; set; }

    /// <summary>How many labels were handed on.</summary>
    public long Count { get; private set; }

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        int id = _id.IndexIn(columns);
        int label = _label.IndexIn(columns);
        for (int row = 0; row < batch.RowCount; row++)
        {
            ReadOnlySpan<byte> name = id < 0 ? [] : batch.Cell(row, id);
            ReadOnlySpan<byte> text = label < 0 ? [] : batch.Cell(row, label);
            string? fault = name.IsEmpty ? $"the row has no id in the column {idColumn}"
                : text.IsEmpty ? $"the row has no label in the column {labelColumn}"
                : LabelRecordReader.FaultOf(text);
            if (fault is not null)
            {
                report.AddUnreadable(batch.File, batch.Line(row), fault);
                continue;
            }

            Labels!.Add(EventKey.Of(name), text);
            Count++;
        }
    }
}
