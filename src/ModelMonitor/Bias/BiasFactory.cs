using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Runs;

namespace ModelMonitor.Bias;

/// <summary>Makes the bias kind.</summary>
public sealed class BiasFactory : IKindFactory<BiasState, AnalysisBaseline>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.Bias;

    /// <inheritdoc />
    public BaselineFormat Baselines => BaselineFormat.Analysis;

    /// <inheritdoc />
    public AnalysisBaseline ReadBaseline(BaselineDocuments documents) => AnalysisBaseline.Read(documents);

    /// <inheritdoc />
    public IRowProfiler<BiasState> CreateProfiler(MonitorDefinition monitor)
    {
        BiasOptions options = BiasOptionsBuilder.Of(monitor, $"monitor {monitor.Name}");
        return new BiasProfiler(options, options.Headers) { Labels = LabelsOf(monitor, options) };
    }

    /// <inheritdoc />
    public IMonitorKind<BiasState> Create(MonitorDefinition monitor, AnalysisBaseline baseline, string source)
    {
        BiasOptions options = BiasOptionsBuilder.Of(monitor, source);
        return new BiasKind(options, baseline.Analysis, baseline.Version, options.Headers) { Labels = LabelsOf(monitor, options) };
    }

    /// <inheritdoc />
    public IRowProfiler<BiasState> CreateDatasetProfiler(MonitorDefinition monitor)
    {
        BiasOptions options = BiasOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}");
        return new BiasProfiler(options, options.Headers);
    }

    /// <inheritdoc />
    public string? BaselineOptions(MonitorDefinition monitor) =>
        BiasFingerprint.Of(BiasOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}"), []);

    /// <inheritdoc />
    public BuiltBaseline Suggest(MonitorDefinition monitor, ShardState<BiasState> dataset, RunSettings settings)
    {
        BiasOptions options = BiasOptionsBuilder.OfDataset(monitor, $"monitor {monitor.Name}");
        AnalysisDocument analysis = BiasBaselineBuilder.Build(dataset.Content, options);
        BaselineGaps gaps = BaselineGaps.Of(analysis, options);
        gaps.DemandSomeValue($"monitor {monitor.Name}");
        return new BuiltAnalysis(analysis, dataset.Reading) { Remarks = gaps.Remarks };
    }

    /// <summary>Rows without a label still tell of predictions; the flip test looks at every feature, so that all columns are kept.</summary>
    private static LabelRequest? LabelsOf(MonitorDefinition monitor, BiasOptions options) => monitor.Bias?.GroundTruth is null
        ? null
        : new LabelRequest { Column = options.Label, KeepsUnlabelled = true };
}
