using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>The steps of a run whose plan and states are in a store, so that each can be another function's.</summary>
public static class StoredRun
{
    /// <summary>Profiles a shard and stores its state, unless that is there.</summary>
    /// <param name="task">The shard.</param>
    /// <param name="profiler">What becomes of the rows.</param>
    /// <param name="settings">Where to read from and where states are kept.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is stored then.</param>
    /// <exception cref="FileNotFoundException">There is no such plan.</exception>
    /// <exception cref="InvalidDataException">The plan is damaged, or not the one that the shard is of.</exception>
    public static async Task<ShardState<TState>> ProfileAsync<TState>(
        ShardTask task, IRowProfiler<TState> profiler, RunSettings settings, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        RunPlan plan = await PlanFiles.ReadHeaderAsync(settings.Artifacts, task.PlanKey, cancellationToken).ConfigureAwait(false);
        return task.Shard.Layout >= 0 && task.Shard.Layout < plan.Layouts.Count
            ? await ShardProfiler.ProfileAsync(plan, task.Shard, profiler, settings, null, cancellationToken).ConfigureAwait(false)
            : throw new InvalidDataException($"The plan {task.PlanKey} has no layout {task.Shard.Layout}.");
    }

    /// <summary>Merges the states of a plan in its order, judges them and writes the report.</summary>
    /// <remarks>
    /// Where a run that was planned later has left a report that is not whole, because another one wrote into it
    /// in its last moment, that run's plan is evaluated instead: its states are there, and it is the one that counts.
    /// </remarks>
    /// <param name="plan">The plan with its shards.</param>
    /// <param name="kindOf">Gives the kind of monitor for a plan, with the plan's baseline.</param>
    /// <param name="settings">Where states are and where the report goes.</param>
    /// <param name="startedAt">When the planning of the run began.</param>
    /// <param name="megabytes">The memory of the functions, to estimate the cost.</param>
    /// <param name="cancellationToken">Stops the work; without <c>run.json</c> the report counts as not written.</param>
    /// <returns>The record that is there afterwards.</returns>
    /// <exception cref="InvalidDataException">The state of a shard is not there, or damaged.</exception>
    /// <exception cref="RunConflictException">Another run writes the same report at this moment; try again.</exception>
    public static async Task<RunRecord> EvaluateAsync<TState>(
        RunPlan plan,
        Func<RunPlan, CancellationToken, Task<IMonitorKind<TState>>> kindOf,
        RunSettings settings,
        DateTimeOffset startedAt,
        int megabytes,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        ReportFolder folder = await ReportFolder.LookAsync(
            settings.Artifacts, settings.ReportPrefix, cancellationToken).ConfigureAwait(false);
        if (await folder.IsSettledAsync(plan, startedAt, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return folder.Record!;
        }

        if (folder.Record is { IsDone: true } torn && torn.Window == plan.Window && torn.IsNewerThan(startedAt, settings.Time.GetUtcNow())
            && torn.Fingerprint != plan.Fingerprint
            && await PlanFiles.FindAsync(
                settings.Artifacts, PlanFiles.KeyOf(settings, torn.Fingerprint), cancellationToken).ConfigureAwait(false) is { } newer)
        {
            (plan, startedAt) = (newer, torn.StartedAt);
        }

        RunCost cost = new(megabytes);
        cost.AddSegments(plan.Shards.Sum(shard => shard.Segments.Count));
        Task<IMonitorKind<TState>> kind = kindOf(plan, cancellationToken);
        ShardState<TState>? merged = await StateStore.MergeAsync<TState>(
            settings.Artifacts, plan.Shards, state => Note(state, startedAt, cost), cancellationToken).ConfigureAwait(false);
        return await RunEvaluator.EvaluateAsync(
            plan, merged, await kind.ConfigureAwait(false), settings, startedAt, cost, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>States made before this run was planned were paid for by another one.</summary>
    private static void Note<TState>(ShardState<TState> state, DateTimeOffset startedAt, RunCost cost)
        where TState : IMergeableState<TState>
    {
        if (state.ProfiledAt >= startedAt)
        {
            cost.AddShard(state.WorkMilliseconds);
        }
    }
}
