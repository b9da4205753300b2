using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Rules;

namespace ModelMonitor.Runs;

/// <summary>Makes the data-quality kind.</summary>
public sealed class DataQualityFactory : IKindFactory<DatasetProfile, Baseline>
{
    /// <inheritdoc />
    public string Name => MonitorKindNames.DataQuality;

    /// <inheritdoc />
    public BaselineFormat Baselines => BaselineFormat.ConstraintsAndStatistics;

    /// <summary>The kind of a monitor.</summary>
    /// <exception cref="ConfigurationException">The monitor overrides a column that the baseline does not have.</exception>
    public static DataQualityKind Of(MonitorDefinition monitor, Baseline baseline) => Of(monitor, baseline, $"monitor {monitor.Name}");

    /// <inheritdoc />
    public Baseline ReadBaseline(BaselineDocuments documents) => BaselineReader.Read(documents);

    /// <inheritdoc />
    public IRowProfiler<DatasetProfile> CreateProfiler(MonitorDefinition monitor) =>
        new DatasetProfiler(rules: RuleSet.Of(monitor, $"monitor {monitor.Name}"));

    /// <inheritdoc />
    public IMonitorKind<DatasetProfile> Create(MonitorDefinition monitor, Baseline baseline, string source) => Of(monitor, baseline, source);

    /// <inheritdoc />
    public IRowProfiler<DatasetProfile> CreateDatasetProfiler(MonitorDefinition monitor) => new DatasetProfiler();

    /// <inheritdoc />
    public BuiltBaseline Suggest(MonitorDefinition monitor, ShardState<DatasetProfile> dataset, RunSettings settings) =>
        BaselineBuilder.Suggest(dataset, settings);

    private static DataQualityKind Of(MonitorDefinition monitor, Baseline baseline, string source) => new(baseline, new EvaluationOptions
    {
        Compatibility = monitor.Compatibility,
        Features = monitor.DataQuality?.Features ?? new Dictionary<string, FeatureSettings>(StringComparer.Ordinal),
        Drift = monitor.DataQuality?.Drift ?? new DriftSettings(),
        WindowsPerMonth = MonthlyWindows.Of(monitor),
        EmitMetrics = monitor.DataQuality?.EmitMetrics ?? true,
        Source = source,
        Rules = RuleSet.Of(monitor, source),
        Extremes = ExtremesOptions.Of(monitor, baseline.Constraints),
    });
}
