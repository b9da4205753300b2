using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;

namespace ModelMonitor.Runs;

/// <summary>Profiles a dataset for itself, without a baseline to compare it with.</summary>
/// <param name="columns">The names of fields that have none, such as those of a captured CSV payload; null for <c>_c0</c>, <c>_c1</c> …</param>
/// <param name="rules">The rules over rows, and the script that makes rows; null for none.</param>
public sealed class DatasetProfiler(IReadOnlyList<string>? columns = null, RuleSet? rules = null) : IRowProfiler<DatasetProfile>
{
    private readonly RuleSet _rules = rules ?? RuleSet.None;

    /// <inheritdoc />
    public string Name => "dataset";

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; } = columns;

    /// <inheritdoc />
    public string? RowsFingerprint => _rules.RowsFingerprint;

    /// <inheritdoc />
    public bool Preprocesses => _rules.Preprocesses;

    /// <inheritdoc />
    public DatasetProfile CreateState(ColumnSet columns) => new(columns);

    /// <inheritdoc />
    public IRowSink GetSink(DatasetProfile state) => _rules.SinkOf(state);

    /// <inheritdoc />
    public RecordPreprocessor? CreatePreprocessor(DatasetProfile state, IRowSink sink, ReadingReport report) =>
        _rules.PreprocessorOf(state, sink, report);
}
