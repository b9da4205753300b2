using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>A run whose plan and states are in a store, where several functions put them.</summary>
public static class StoredRun
{
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
    /// <returns>
    /// The record that is there afterwards. A plan whose report is there already is judged once more, without a
    /// write, so that whoever was stopped before it told of its findings can do so now.
    /// </returns>
    /// <exception cref="InvalidDataException">The state of a shard is not there, or damaged.</exception>
    /// <exception cref="RunConflictException">Another run writes the same report at this moment; try again.</exception>
    public static async Task<RunEvaluation> EvaluateAsync<TState>(
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
        if (folder.Record?.Fingerprint != plan.Fingerprint
            && await folder.IsSettledAsync(plan, startedAt, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return RunEvaluation.Of(folder.Record!, plan, findings: null);
        }

        bool repairs = false;
        if (folder.IsOfLaterRun(plan, startedAt, settings.Time.GetUtcNow()))
        {
            RunRecord torn = folder.Record!;
            string key = PlanFiles.KeyOf(settings, torn.Fingerprint);
            RunPlan? later = await PlanFiles.FindAsync(settings.Artifacts, key, cancellationToken).ConfigureAwait(false);
            repairs = later is null;
            (plan, startedAt) = later is null ? (plan, startedAt) : (later, torn.StartedAt);
        }

        RunCost cost = new(megabytes);
        cost.AddSegments(plan.Shards.Sum(shard => shard.Segments.Count));
        Task<IMonitorKind<TState>> kind = kindOf(plan, cancellationToken);
        ShardState<TState>? merged = await StateStore.MergeAsync<TState>(
            settings.Artifacts, plan.Shards, state => Note(state, startedAt, cost), cancellationToken).ConfigureAwait(false);
        return await RunEvaluator.EvaluateAsync(
            plan, merged, await kind.ConfigureAwait(false), settings, startedAt, cost, repairs, cancellationToken).ConfigureAwait(false);
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
