using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Takes predictions and labels out of rows, without a baseline to compare them with.</summary>
/// <param name="options">Which columns hold them.</param>
/// <param name="columns">The names of fields that have none, such as those of a captured CSV payload; null for <c>_c0</c>, <c>_c1</c> …</param>
public class QualityProfiler(QualityOptions options, IReadOnlyList<string>? columns = null) : IRowProfiler<QualityState>
{
    private readonly QualityOptions _options = options.Validated();

    /// <inheritdoc />
    public string Name => MonitorKindNames.ModelQuality;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; } = columns;

    /// <inheritdoc />
    public string? RowsFingerprint => _options.RowsFingerprint;

    /// <inheritdoc />
    public LabelRequest? Labels => _options.Labels;

    /// <summary>Which columns hold predictions and labels, and how they are judged.</summary>
    public QualityOptions Options => _options;

    /// <inheritdoc />
    public QualityState CreateState(ColumnSet columns) => new(columns);

    /// <inheritdoc />
    public IRowSink GetSink(QualityState state) => new QualitySink(_options, state);
}
