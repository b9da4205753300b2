using ModelMonitor.Profiling;

namespace ModelMonitor.Runs;

/// <summary>Profiles a dataset for itself, without a baseline to compare it with.</summary>
/// <param name="columns">The names of fields that have none, such as those of a captured CSV payload; null for <c>_c0</c>, <c>_c1</c> …</param>
public sealed class DatasetProfiler(IReadOnlyList<string>? columns = null) : IRowProfiler<DatasetProfile>
{
    /// <inheritdoc />
    public string Name => "dataset";

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; } = columns;

    /// <inheritdoc />
    public DatasetProfile CreateState(ColumnSet columns) => new(columns);

    /// <inheritdoc />
    public IRowSink GetSink(DatasetProfile state) => state;
}
