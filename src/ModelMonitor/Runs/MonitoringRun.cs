using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>A run in one process, from plan to report: threads are its shards' workers.</summary>
public static class MonitoringRun
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Executes a run. One whose result is already there returns that result and writes nothing.</summary>
    /// <exception cref="RunConflictException">Other processes go on writing the same report.</exception>
    public static async Task<RunRecord> ExecuteAsync<TState>(
        RunSettings settings,
        IMonitorKind<TState> kind,
        TimeProvider time,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TState : IMergeableState<TState>
    {
        settings = settings with { Time = time };
        DateTimeOffset startedAt = time.GetUtcNow();
        RunPlan plan = await RunPlanner.PlanAsync(settings, kind, cancellationToken).ConfigureAwait(false);
        ReportFolder folder = await ReportFolder.LookAsync(
            settings.Artifacts, settings.ReportPrefix, cancellationToken).ConfigureAwait(false);
        if (await folder.IsSettledAsync(plan, startedAt, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return folder.Record!;
        }

        if (settings.KeepStates)
        {
            await PlanFiles.WriteAsync(plan, settings, cancellationToken).ConfigureAwait(false);
        }

        ShardState<TState>? merged = await ShardProfiler.ProfileAllAsync(
            plan, kind, settings, progress, cancellationToken).ConfigureAwait(false);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                RunEvaluation evaluation = await RunEvaluator.EvaluateAsync(
                    plan, merged, kind, settings, startedAt, cost: null, repairs: attempt == MostAttempts, cancellationToken).ConfigureAwait(false);
                return evaluation.Record;
            }
            catch (RunConflictException) when (attempt < MostAttempts)
            {
                await Task.Delay(attempt * Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The record of an earlier run at the same place; null when there is none, or it cannot be read.</summary>
    public static Task<RunRecord?> FindRecordAsync(RunSettings settings, CancellationToken cancellationToken = default) =>
        ReportFolder.FindRecordAsync(settings.Artifacts, settings.ReportPrefix, cancellationToken);
}
