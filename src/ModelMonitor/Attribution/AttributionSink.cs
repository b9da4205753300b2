using System.Globalization;
using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Statistics;

namespace ModelMonitor.Attribution;

/// <summary>Sums up the attributions of rows.</summary>
/// <remarks>
/// Inputs can have the names of features, too: once a row has had the columns of an online explanation, only those are looked at.
/// </remarks>
/// <param name="state">Takes the sums.</param>
/// <param name="found">Finds the columns.</param>
/// <param name="features">The features that count; empty for any, up to <see cref="AttributionState.MaximumFeatures"/>.</param>
internal sealed class AttributionSink(AttributionState state, AttributionColumns found, IReadOnlyCollection<string> features) : IRowSink
{
    private readonly HashSet<string> _features = [.. features];
    private readonly Dictionary<(int Label, string Name), FeatureSums?> _sums = [];

    public void Add(RowBatch batch)
    {
        IReadOnlyList<AttributionColumn> columns = found.Find();
        if (columns.Any(column => column.IsOnline))
        {
            columns = [.. columns.Where(column => column.IsOnline)];
        }

        for (int row = 0; row < batch.RowCount; row++)
        {
            AddRow(batch, row, columns);
        }

        state.RowCount += batch.RowCount;
    }

    private void AddRow(RowBatch batch, int row, IReadOnlyList<AttributionColumn> columns)
    {
        int explained = -1;
        for (int i = 0; i < columns.Count;)
        {
            // The parts of one feature follow each other, as do the features of one record.
            AttributionColumn first = columns[i];
            double sum = 0.0;
            bool isPresent = false;
            for (; i < columns.Count && IsSame(columns[i], first); i++)
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

            if (double.IsFinite(sum * sum) && Sums(first.Label, NameOf(batch, row, first)) is { } sums)
            {
                sums.Add(sum);
                state.ExplainedRows += first.Record == explained ? 0 : 1;
                explained = first.Record;
            }
            else
            {
                state.LeftOut++;
            }
        }
    }

    private static bool IsSame(AttributionColumn one, AttributionColumn other) =>
        (one.Record, one.Label, one.Feature) == (other.Record, other.Label, other.Feature);

    private FeatureSums? Sums(int label, string name)
    {
        if (_features.Count > 0 && !_features.Contains(name))
        {
            return null;
        }

        if (!_sums.TryGetValue((label, name), out FeatureSums? sums) && (sums = state.GetOrAdd(label, name)) is not null)
        {
            _sums.Add((label, name), sums);
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
