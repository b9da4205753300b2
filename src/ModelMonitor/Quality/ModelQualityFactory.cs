using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Makes the model-quality kind.</summary>
public sealed class ModelQualityFactory : IKindFactory<QualityState, QualityBaseline>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.ModelQuality;

    /// <inheritdoc />
    public BaselineFormat Baselines => BaselineFormat.ConstraintsAndStatistics;

    /// <inheritdoc />
    public QualityBaseline ReadBaseline(BaselineDocuments documents) => QualityBaseline.Read(documents);

    /// <inheritdoc />
    public IRowProfiler<QualityState> CreateProfiler(MonitorDefinition monitor) =>
        new QualityProfiler(QualityOptionsBuilder.OfRows(monitor, $"monitor {monitor.Name}"));

    /// <inheritdoc />
    public IMonitorKind<QualityState> Create(MonitorDefinition monitor, QualityBaseline baseline, string source) =>
        new ModelQualityKind(baseline, QualityOptionsBuilder.OfRows(monitor, source));

    /// <inheritdoc />
    public IRowProfiler<QualityState> CreateDatasetProfiler(MonitorDefinition monitor) =>
        new QualityProfiler(QualityOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}"));

    /// <inheritdoc />
    public string? BaselineOptions(MonitorDefinition monitor) =>
        QualityOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}").RowsFingerprint;

    /// <inheritdoc />
    public BuiltBaseline Suggest(MonitorDefinition monitor, ShardState<QualityState> dataset, RunSettings settings) =>
        QualityBaselineBuilder.Suggest(dataset, QualityOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}"), $"dataset of {monitor.Name}");
}
