using ModelMonitor.Profiling;

namespace ModelMonitor.GroundTruth;

/// <summary>Which columns of a batch a join keeps.</summary>
/// <param name="columns">The columns, to which readers add.</param>
/// <param name="wanted">The columns wanted, by name or by index as text; null for all.</param>
internal sealed class JoinColumns(ColumnSet columns, IReadOnlyList<string>? wanted)
{
    private readonly ColumnReference[]? _wanted = wanted is null ? null : [.. wanted.Select(name => new ColumnReference(name))];
    private int[] _indexes = [];
    private int _known = -1;
    private int _present = -1;

    /// <summary>The indexes of the columns to keep, ascending, of those that the batch has.</summary>
    public ReadOnlySpan<int> Of(RowBatch batch)
    {
        if (_known != columns.Count || _present != batch.ColumnCount)
        {
            _known = columns.Count;
            _present = batch.ColumnCount;
            IEnumerable<int> indexes = _wanted is null
                ? Enumerable.Range(0, batch.ColumnCount)
                : _wanted.SelectMany(column => (int[])[column.IndexIn(columns), column.Index]).Distinct();
            _indexes = [.. indexes.Where(index => index >= 0 && index < batch.ColumnCount).Order()];
        }

        return _indexes;
    }
}
