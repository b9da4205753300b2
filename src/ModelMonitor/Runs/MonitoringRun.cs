using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>A run in one process, from plan to report: threads are its shards' workers.</summary>
public static class MonitoringRun
{
    /// <summary>Executes a run. One whose result is already there returns that result and writes nothing.</summary>
    public static async Task<RunRecord> ExecuteAsync<TState>(
        RunSettings settings,
        IMonitorKind<TState> kind,
        TimeProvider time,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TState : IMergeableState<TState>
    {
        DateTimeOffset startedAt = time.GetUtcNow();
        RunPlan plan = await RunPlanner.PlanAsync(settings, kind, kind.OptionsFingerprint, cancellationToken).ConfigureAwait(false);
        if (await FindRecordAsync(settings, cancellationToken).ConfigureAwait(false) is { } done
            && done.Fingerprint == plan.Fingerprint)
        {
            return done;
        }

        if (settings.KeepStates)
        {
            await RunPlanner.WriteAsync(plan, settings, cancellationToken).ConfigureAwait(false);
        }

        ShardState<TState>? merged = await ShardProfiler.ProfileAllAsync(
            plan, kind, settings, progress, cancellationToken).ConfigureAwait(false);
        return await RunEvaluator.EvaluateAsync(
            plan, merged, kind, settings, time, startedAt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The record of an earlier run at the same place; null when there is none, or it cannot be read.</summary>
    public static async Task<RunRecord?> FindRecordAsync(RunSettings settings, CancellationToken cancellationToken = default)
    {
        string key = settings.ReportPrefix + ObjectKeys.Run;
        if (await settings.Artifacts.FindAsync(key, cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        try
        {
            byte[] bytes = await settings.Artifacts.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
            return JsonSerializer.Deserialize(bytes, RunJsonContext.Default.RunRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
