using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Attribution;

/// <summary>Makes the attribution kind.</summary>
public sealed class AttributionFactory : IKindFactory<AttributionState, AnalysisBaseline>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.Attribution;

    /// <inheritdoc />
    public BaselineFormat Baselines => BaselineFormat.Analysis;

    /// <summary>Explanations can leave features without names, which are the baseline's then.</summary>
    public bool ShardsNeedBaseline => true;

    /// <inheritdoc />
    public AnalysisBaseline ReadBaseline(BaselineDocuments documents) => AnalysisBaseline.Read(documents);

    /// <inheritdoc />
    public IRowProfiler<AttributionState> CreateProfiler(MonitorDefinition monitor) => new AttributionProfiler(OptionsOf(monitor));

    /// <inheritdoc />
    public IMonitorKind<AttributionState> Create(MonitorDefinition monitor, AnalysisBaseline baseline, string source) =>
        new AttributionKind(OptionsOf(monitor), baseline.Analysis, source, baseline.Version);

    /// <inheritdoc />
    public IRowProfiler<AttributionState> CreateDatasetProfiler(MonitorDefinition monitor) =>
        new AttributionProfiler(OptionsOf(monitor) with { AreLocalValues = true });

    /// <inheritdoc />
    public string? BaselineOptions(MonitorDefinition monitor) => monitor.Attribution?.Aggregation.ToString();

    /// <inheritdoc />
    public BuiltBaseline Suggest(MonitorDefinition monitor, ShardState<AttributionState> dataset, RunSettings settings) => new BuiltAnalysis(
        AttributionReport.Of(dataset.Content, OptionsOf(monitor)), dataset.Reading);

    private static AttributionOptions OptionsOf(MonitorDefinition monitor)
    {
        AttributionSection section = monitor.Attribution
            ?? throw new ArgumentException($"The monitor {monitor.Name} is not one of attributions.", nameof(monitor));
        return new AttributionOptions
        {
            Threshold = section.Threshold,
            Aggregate = section.Aggregation == AttributionAggregation.MeanSq ? AttributionAggregate.MeanSquared : AttributionAggregate.MeanAbsolute,
            Compatibility = monitor.Compatibility,
            EmitMetrics = section.EmitMetrics,
        };
    }
}
