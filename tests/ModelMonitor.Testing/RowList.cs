using System.Text;
using ModelMonitor.Profiling;

namespace ModelMonitor.Testing;

/// <summary>A sink that keeps every row as text, to be compared in tests.</summary>
public sealed class RowList(ColumnSet columns) : IRowSink
{
    /// <summary>The rows: <c>name=value</c> for each present cell, in the order of the columns, joined by <c>|</c>.</summary>
    public List<string> Rows { get; } = [];

    /// <inheritdoc />
    public void Add(RowBatch batch)
    {
        for (int row = 0; row < batch.RowCount; row++)
        {
            List<string> cells = [];
            for (int column = 0; column < batch.ColumnCount; column++)
            {
                if (batch.Lengths(column)[row] >= 0)
                {
                    cells.Add($"{columns.Names[column]}={Encoding.UTF8.GetString(batch.Cell(row, column))}");
                }
            }

            Rows.Add(string.Join('|', cells));
        }
    }
}
