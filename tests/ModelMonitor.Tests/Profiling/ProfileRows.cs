using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;

namespace ModelMonitor.Tests.Profiling;

/// <summary>Rows for the laws of profiles: row i is always the same row.</summary>
internal static class ProfileRows
{
    /// <summary>Adds the first column of a batch to its profile, as <see cref="DatasetProfile"/> does.</summary>
    public static void AddFirstColumn(ColumnProfile profile, RowBatch batch)
    {
        Span<double> numbers = stackalloc double[RowBatch.Capacity];
        int count = profile.AddCells(batch, column: 0, numbers);
        profile.Moments.Add(numbers[..count]);
        profile.Sketch.Add(numbers[..count]);
    }

    /// <summary>Hands on rows in batches.</summary>
    public static void AddBatches(int first, int count, int columns, Action<RowBatch> add)
    {
        RowBatch batch = new();
        for (int row = first; row < first + count; row++)
        {
            batch.BeginRow(columns);
            for (int column = 0; column < columns; column++)
            {
                byte[] cell = Encoding.UTF8.GetBytes(Cell(row, column));
                batch.SetCell(column, batch.Append(cell), cell.Length);
            }

            batch.EndRow();
            if (batch.IsFull)
            {
                add(batch);
                batch.Clear();
            }
        }

        if (batch.RowCount > 0)
        {
            add(batch);
        }
    }

    /// <summary>A number now and then missing, text or too large for a double; in every second column one of 30 texts.</summary>
    private static string Cell(int row, int column)
    {
        uint mixed = (uint)(row + column) * 0x9E3779B1u;
        mixed = (mixed ^ (mixed >> 15)) * 0x85EBCA77u;
        mixed ^= mixed >> 13;
        return (column % 2, mixed % 50) switch
        {
            (1, _) => $"text {mixed % 30}",
            (_, 0) => "",
            (_, 1) => "unknown",
            (_, 2) => "1e999",
            (_, 3) => "true",
            _ => (900.0 + mixed % 20_001 / 100.0).ToString(CultureInfo.InvariantCulture),
        };
    }
}
