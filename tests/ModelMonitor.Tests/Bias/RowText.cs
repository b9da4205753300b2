using System.Text;
using ModelMonitor.Bias;
using ModelMonitor.Profiling;

namespace ModelMonitor.Tests.Bias;

/// <summary>Hands rows that a test has as text to a sink.</summary>
internal static class RowText
{
    /// <summary>The state of rows under options.</summary>
    public static BiasState State(BiasOptions options, string columns, params IEnumerable<string> rows)
    {
        ColumnSet set = new(columns.Split(','));
        BiasProfiler profiler = new(options);
        BiasState state = profiler.CreateState(set);
        Send(profiler.GetSink(state), rows);
        return state;
    }

    /// <summary>Hands on rows of fields that commas separate; an empty field is a missing cell.</summary>
    public static void Send(IRowSink sink, IEnumerable<string> rows)
    {
        RowBatch batch = new();
        foreach (string row in rows)
        {
            string[] fields = row.Split(',');
            batch.BeginRow();
            for (int column = 0; column < fields.Length; column++)
            {
                byte[] text = Encoding.UTF8.GetBytes(fields[column]);
                batch.SetCell(column, batch.Append(text), text.Length);
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
