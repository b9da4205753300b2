using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>Sums up the attributions of rows.</summary>
/// <remarks>
/// A file of local values may hold rows of inputs under the same names; only what explains is read: where a row has the columns of
/// an online explanation, the others are not looked at.
/// </remarks>
internal sealed class AttributionSink(AttributionState state, AttributionColumns found) : IRowSink
{
    private readonly Dictionary<(int Label, string Name), FeatureSums?> _sums = [];

    public void Add(RowBatch batch)
    {
        IReadOnlyList<AttributionColumn> columns = found.Find();
        AttributionColumn[] online = [.. columns.Where(column => column.Record > 0 || column.Feature != column.Index || column.HeaderIndex >= 0)];
        IReadOnlyList<AttributionColumn> used = online.Length > 0 ? online : columns;
        for (int row = 0; row < batch.RowCount; row++)
        {
            AddRow(batch, row, used);
        }

        state.RowCount += batch.RowCount;
    }

    private void AddRow(RowBatch batch, int row, IReadOnlyList<AttributionColumn> columns)
    {
        HashSet<int> records = [];
        for (int i = 0; i < columns.Count;)
        {
            // The parts of one feature follow each other.
            AttributionColumn first = columns[i];
            double sum = 0.0;
            bool isPresent = false;
            for (; i < columns.Count && (columns[i].Record, columns[i].Label, columns[i].Feature) == (first.Record, first.Label, first.Feature); i++)
            {
                ReadOnlySpan<byte> cell = batch.Cell(row, columns[i].Index);
                if (!cell.IsEmpty)
                {
                    isPresent = true;
                    sum += CellParser.Parse(cell, out double value) is CellType.Integral or CellType.Fractional ? value : double.NaN;
                }
            }

            if (!isPresent)
            {
                continue;
            }

            if (double.IsFinite(sum * sum) && Sums(first, NameOf(batch, row, first)) is { } sums)
            {
                sums.Add(sum);
                records.Add(first.Record);
            }
            else
            {
                state.LeftOut++;
            }
        }

        state.ExplainedRows += records.Count;
    }

    private FeatureSums? Sums(AttributionColumn column, string name)
    {
        if (!_sums.TryGetValue((column.Label, name), out FeatureSums? sums))
        {
            sums = state.GetOrAdd(column.Label, name);
            _sums.Add((column.Label, name), sums);
        }

        return sums;
    }

    private static string NameOf(RowBatch batch, int row, AttributionColumn column)
    {
        ReadOnlySpan<byte> header = column.HeaderIndex < 0 ? [] : batch.Cell(row, column.HeaderIndex);
        return !header.IsEmpty ? Encoding.UTF8.GetString(header)
            : column.Name ?? string.Create(CultureInfo.InvariantCulture, $"feature{column.Feature}");
    }
}
