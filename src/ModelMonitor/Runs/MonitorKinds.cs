using ModelMonitor.Attribution;
using ModelMonitor.Baselines;
using ModelMonitor.Bias;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Quality;

namespace ModelMonitor.Runs;

/// <summary>The kinds of monitors there are. A new one adds its line here; nothing else knows a kind by its state.</summary>
public static class MonitorKinds
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<IKindRunner> All { get; } =
    [
        new KindRunner<DatasetProfile, Baseline>(new DataQualityFactory()),
        new KindRunner<QualityState, QualityBaseline>(new ModelQualityFactory()),
        new KindRunner<BiasState, AnalysisBaseline>(new BiasFactory()),
        new KindRunner<AttributionState, AnalysisBaseline>(new AttributionFactory()),
    ];

    /// <summary>What runs a monitor.</summary>
    /// <exception cref="ConfigurationException">There is no such kind of monitor.</exception>
    public static IKindRunner Of(MonitorDefinition monitor) => All.FirstOrDefault(kind => kind.Name == monitor.Kind)
        ?? throw new ConfigurationException(
            $"monitor {monitor.Name}", "", $"there is no monitor of the kind {monitor.Kind} here; known are {string.Join(", ", All.Select(kind => kind.Name))}.");
}
