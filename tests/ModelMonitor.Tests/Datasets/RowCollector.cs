using System.Text;
using ModelMonitor.Profiling;

namespace ModelMonitor.Tests.Datasets;

/// <summary>Keeps the rows it is given as text; a missing cell is null.</summary>
internal sealed class RowCollector(ColumnSet columns) : IRowSink
{
    public List<string?[]> Rows { get; } = [];

    public void Add(RowBatch batch)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            string?[] cells = new string?[columns.Count];
            for (int column = 0; column < cells.Length; column++)
            {
                ReadOnlySpan<byte> cell = batch.Cell(row, column);
                cells[column] = cell.IsEmpty ? null : Encoding.UTF8.GetString(cell);
            }

            Rows.Add(cells);
        }
    }
}
