using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.GroundTruth;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Runs monitors of a kind.</summary>
/// <typeparam name="TState">What is kept of the rows.</typeparam>
/// <typeparam name="TBaseline">What the files of a baseline say.</typeparam>
/// <param name="factory">What is particular to the kind.</param>
public sealed class KindRunner<TState, TBaseline>(IKindFactory<TState, TBaseline> factory) : IKindRunner
    where TState : IMergeableState<TState>
    where TBaseline : class, IBaseline
{
    /// <inheritdoc />
    public string Name => factory.Name;

    /// <inheritdoc />
    public BaselineFormat Baselines => factory.Baselines;

    /// <inheritdoc />
    public async Task<IWindowPlanner> OpenPlannerAsync(
        MonitorDefinition monitor, IObjectStore artifacts, string? baseline, CancellationToken cancellationToken) =>
        new Planner(
            factory, artifacts, await WindowBaselines.ReadAsync(factory, artifacts, monitor, baseline, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public async Task<ProfiledShard> ProfileAsync(
        RunPlan plan, Shard shard, MonitorDefinition monitor, RunSettings settings, CancellationToken cancellationToken)
    {
        IRowProfiler<TState> profiler = factory.ShardsNeedBaseline
            ? await WindowKinds.FindAsync(factory, plan, monitor, settings.Artifacts, cancellationToken).ConfigureAwait(false)
            : factory.CreateProfiler(monitor);
        ShardState<TState> state = await ShardProfiler.ProfileAsync(
            plan, shard, profiler, settings, onBytes: null, cancellationToken).ConfigureAwait(false);
        return new ProfiledShard(state.Reading, state.WorkMilliseconds);
    }

    /// <inheritdoc />
    public Task<RunEvaluation> EvaluateAsync(
        RunPlan plan, MonitorDefinition monitor, RunSettings settings, DateTimeOffset startedAt, int megabytes, CancellationToken cancellationToken) =>
        StoredRun.EvaluateAsync<TState>(
            plan,
            (other, stop) => WindowKinds.FindAsync(factory, other, monitor, settings.Artifacts, stop),
            settings,
            startedAt,
            megabytes,
            cancellationToken);

    /// <inheritdoc />
    public IPreparedKind Prepare(MonitorDefinition monitor, BaselineDocuments baseline, string source)
    {
        TBaseline read = factory.ReadBaseline(baseline);
        return new Prepared(monitor, factory.Create(monitor, read, source), read);
    }

    /// <inheritdoc />
    public async Task<BuiltBaseline> ProfileDatasetAsync(
        MonitorDefinition monitor, RunSettings settings, string source, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        ShardState<TState> dataset = await BaselineBuilder.ProfileAsync(
            settings, source, factory.CreateDatasetProfiler(monitor), progress, cancellationToken).ConfigureAwait(false);
        return factory.Suggest(monitor, dataset, settings);
    }

    /// <inheritdoc />
    public string? BaselineOptions(MonitorDefinition monitor) => factory.BaselineOptions(monitor);

    private sealed class Planner(
        IKindFactory<TState, TBaseline> factory, IObjectStore artifacts, WindowBaselines<TBaseline> baselines) : IWindowPlanner
    {
        public string Baseline => baselines.Standard.Version ?? baselines.Standard.Fingerprint;

        public Task<IReadOnlyList<PlannedWindow>> PlanAsync(
            MonitorDefinition monitor,
            RequestedWindow requested,
            IObjectStore captures,
            IObjectStore? labels,
            ScheduleHistory history,
            TimeProvider time,
            CancellationToken cancellationToken)
        {
            MonitorPlanner<TState> planner = new(
                monitor,
                (window, record, stop) => WindowKinds.ChooseAsync(factory, monitor, baselines, window, record, stop),
                captures,
                artifacts,
                time)
            {
                History = history,
                Labels = labels,
            };
            return planner.PlanAsync(requested, cancellationToken);
        }
    }

    private sealed class Prepared(MonitorDefinition monitor, IMonitorKind<TState> kind, TBaseline baseline) : IPreparedKind
    {
        public StatisticsDocument? Statistics => baseline.Statistics;

        public LabelRequest? Labels => kind.Labels;

        public async Task<RunRecord> ExecuteAsync(
            RunSettings settings, TimeProvider time, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
        {
            IMonitorKind<TState> looking = await kind.LookBackAsync(
                settings.Artifacts, monitor, settings.Window, cancellationToken).ConfigureAwait(false);
            return await MonitoringRun.ExecuteAsync(settings, looking, time, progress, cancellationToken).ConfigureAwait(false);
        }
    }
}
