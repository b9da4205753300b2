using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>
/// Makes a kind of monitor of definitions and baselines: all that the machinery of runs asks of it. Each kind has one,
/// listed in <see cref="MonitorKinds"/>.
/// </summary>
/// <typeparam name="TState">What is kept of the rows.</typeparam>
/// <typeparam name="TBaseline">What the files of a baseline say.</typeparam>
public interface IKindFactory<TState, TBaseline> : IBaselineKind<TBaseline>
    where TState : IMergeableState<TState>
    where TBaseline : class, IBaseline
{
    /// <summary>The kind's name, one of <see cref="MonitorKindNames"/>.</summary>
    string Name { get; }

    /// <summary>Whether shards cannot do without the plan's baseline; the default is that they can.</summary>
    bool ShardsNeedBaseline => false;

    /// <summary>What shards need of a monitor's kind, where no baseline is at hand.</summary>
    /// <param name="monitor">The monitor, the files that it names read.</param>
    /// <exception cref="ConfigurationException">Something that the monitor says is not sound.</exception>
    IRowProfiler<TState> CreateProfiler(MonitorDefinition monitor);

    /// <summary>The kind of a monitor with a baseline.</summary>
    /// <param name="monitor">The monitor, the files that it names read.</param>
    /// <param name="baseline">What its data are compared with.</param>
    /// <param name="source">What the user gave the monitor as, for messages.</param>
    /// <exception cref="ConfigurationException">The monitor says something that is not sound, or does not fit the baseline.</exception>
    IMonitorKind<TState> Create(MonitorDefinition monitor, TBaseline baseline, string source);

    /// <summary>What becomes of the rows of a dataset that a baseline is made of.</summary>
    /// <param name="monitor">The monitor that the baseline is for.</param>
    IRowProfiler<TState> CreateDatasetProfiler(MonitorDefinition monitor);

    /// <summary>A hash of what a baseline depends on besides its dataset; null for nothing, which is the default.</summary>
    /// <param name="monitor">The monitor that the baseline is for.</param>
    string? BaselineOptions(MonitorDefinition monitor) => null;

    /// <summary>Makes a baseline of a dataset that has been read.</summary>
    /// <param name="monitor">The monitor that the baseline is for.</param>
    /// <param name="dataset">What its rows came to; there is one at least.</param>
    /// <param name="settings">How it was read.</param>
    BuiltBaseline Suggest(MonitorDefinition monitor, ShardState<TState> dataset, RunSettings settings);
}
