using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Quality;

namespace ModelMonitor.Tests.Quality;

/// <summary>Puts rows of text through the sink of model quality.</summary>
internal static class QualityRows
{
    /// <summary>A state of rows; a null cell is missing.</summary>
    public static QualityState StateOf(QualityOptions options, string[] columns, IEnumerable<string?[]> rows)
    {
        QualityState state = new(new ColumnSet(columns));
        Add(state, options, rows);
        return state;
    }

    /// <summary>Adds rows to a state.</summary>
    public static void Add(QualityState state, QualityOptions options, IEnumerable<string?[]> rows)
    {
        IRowSink sink = new QualityProfiler(options).GetSink(state);
        RowBatch batch = new();
        foreach (string?[] row in rows)
        {
            batch.BeginRow();
            for (int i = 0; i < row.Length; i++)
            {
                byte[] cell = Encoding.UTF8.GetBytes(row[i] ?? "");
                batch.SetCell(i, batch.Append(cell), cell.Length);
            }

            batch.EndRow();
            if (batch.IsFull)
            {
                sink.Add(batch);
                batch.Clear();
            }
        }

        sink.Add(batch);
    }
}
