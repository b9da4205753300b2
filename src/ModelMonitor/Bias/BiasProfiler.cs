using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Bias;

/// <summary>Counts a dataset for a baseline of bias.</summary>
/// <param name="options">What is counted.</param>
/// <param name="columns">The names of fields that have none; null for <c>_c0</c>, <c>_c1</c> …</param>
public sealed class BiasProfiler(BiasOptions options, IReadOnlyList<string>? columns = null) : IRowProfiler<BiasState>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.Bias;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; } = columns;

    /// <inheritdoc />
    public string? RowsFingerprint { get; } = BiasFingerprint.OfRows(options);

    /// <inheritdoc />
    public LabelRequest? Labels { get; init; }

    /// <inheritdoc />
    public BiasState CreateState(ColumnSet columns) => new(options) { Columns = columns };

    /// <inheritdoc />
    public IRowSink GetSink(BiasState state) => new BiasSink(state, options, state.Columns!);
}
