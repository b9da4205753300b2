using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>A kind of monitor for those who run monitors of any kind: each step of a run and of a baseline, without the state in between.</summary>
public interface IKindRunner
{
    /// <summary>The kind's name, one of <see cref="MonitorKindNames"/>.</summary>
    string Name { get; }

    /// <summary>The files that its baselines are made of.</summary>
    BaselineFormat Baselines { get; }

    /// <summary>Looks which baselines a monitor has, so that its windows can be planned.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="artifacts">Where plans, states, reports and baselines are.</param>
    /// <param name="baseline">The version to use whatever was current, or the word that asks for the current one; null to choose by window.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">There is no baseline, or it is not what it should be.</exception>
    Task<IWindowPlanner> OpenPlannerAsync(
        MonitorDefinition monitor, IObjectStore artifacts, string? baseline, CancellationToken cancellationToken);

    /// <summary>Profiles a shard of a plan and stores its state.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shard">What to read.</param>
    /// <param name="monitor">The monitor as it is now.</param>
    /// <param name="settings">Where to read from and where states are kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConfigurationException">What becomes of rows has changed since the run was planned.</exception>
    Task<ProfiledShard> ProfileAsync(
        RunPlan plan, Shard shard, MonitorDefinition monitor, RunSettings settings, CancellationToken cancellationToken);

    /// <summary>Merges the states of a plan, judges them and writes the report, as <see cref="StoredRun"/> does.</summary>
    /// <param name="plan">The plan with its shards.</param>
    /// <param name="monitor">The monitor as it is now.</param>
    /// <param name="settings">Where states are and where the report goes.</param>
    /// <param name="startedAt">When the planning of the run began.</param>
    /// <param name="megabytes">The memory of the functions, to estimate the cost.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<RunEvaluation> EvaluateAsync(
        RunPlan plan, MonitorDefinition monitor, RunSettings settings, DateTimeOffset startedAt, int megabytes, CancellationToken cancellationToken);

    /// <summary>Puts a monitor together with a baseline, for runs in one process.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="baseline">The baseline's files.</param>
    /// <param name="source">What the user gave the monitor as, for messages.</param>
    /// <exception cref="ConfigurationException">A file is not what it should be, or the two do not fit.</exception>
    IPreparedKind Prepare(MonitorDefinition monitor, BaselineDocuments baseline, string source);

    /// <summary>Makes a baseline of a dataset, and writes nothing.</summary>
    /// <param name="monitor">The monitor that it is for.</param>
    /// <param name="settings">The dataset and its format.</param>
    /// <param name="source">How the user named the dataset, for messages.</param>
    /// <param name="progress">Told how far the reading is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ConfigurationException">There is not a single row to make a baseline of.</exception>
    Task<BuiltBaseline> ProfileDatasetAsync(
        MonitorDefinition monitor, RunSettings settings, string source, IProgress<RunProgress>? progress, CancellationToken cancellationToken);

    /// <summary>A hash of what a monitor's baseline depends on besides its dataset; null for nothing.</summary>
    string? BaselineOptions(MonitorDefinition monitor);
}
