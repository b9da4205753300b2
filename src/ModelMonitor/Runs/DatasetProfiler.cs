using ModelMonitor.Profiling;

namespace ModelMonitor.Runs;

/// <summary>Profiles a dataset for itself, without a baseline to compare it with.</summary>
public sealed class DatasetProfiler : IRowProfiler<DatasetProfile>
{
    /// <inheritdoc />
    public string Name => "dataset";

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns => null;

    /// <inheritdoc />
    public DatasetProfile CreateState(ColumnSet columns) => new(columns);

    /// <inheritdoc />
    public IRowSink GetSink(DatasetProfile state) => state;
}
