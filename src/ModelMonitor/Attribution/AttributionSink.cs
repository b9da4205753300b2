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
        bool isExplained = false;
        foreach (AttributionColumn column in columns)
        {
            ReadOnlySpan<byte> cell = batch.Cell(row, column.Index);
            if (cell.IsEmpty)
            {
                continue;
            }

            double value = CellParser.Parse(cell, out double number) is CellType.Integral or CellType.Fractional ? number : double.NaN;
            if (Math.Abs(value) <= AttributionState.LargestAttribution && Sums(column.Label, NameOf(batch, row, column)) is { } sums)
            {
                sums.MetAt(column.Feature);
                sums.Add(value);
                isExplained = true;
            }
            else
            {
                state.LeftOut++;
            }
        }

        state.ExplainedRows += isExplained ? 1 : 0;
    }

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
