using System.Globalization;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>Judges the merged state of a run and writes the report; <c>run.json</c> last.</summary>
public static class RunEvaluator
{
    private static string EngineVersion { get; } =
        typeof(RunEvaluator).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Evaluates a run whose shards are all profiled and merged.</summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="merged">What its shards came to; null when there were none.</param>
    /// <param name="kind">The kind of monitor.</param>
    /// <param name="settings">Where the report goes.</param>
    /// <param name="time">Tells how long the run took.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <param name="cancellationToken">Stops the writing; without <c>run.json</c> the report counts as not written.</param>
    public static async Task<RunRecord> EvaluateAsync<TState>(
        RunPlan plan,
        ShardState<TState>? merged,
        IMonitorKind<TState> kind,
        RunSettings settings,
        TimeProvider time,
        DateTimeOffset startedAt,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        RunFindings? findings = merged is { Reading.Rows: > 0 } ? kind.Evaluate(merged.Content) : null;
        foreach (RunDocument document in findings?.Documents ?? [])
        {
            string key = settings.ReportPrefix + document.Name;
            if (!document.OnlyIfPresent
                || await settings.Artifacts.FindAsync(key, cancellationToken).ConfigureAwait(false) is not null)
            {
                await settings.Artifacts.PutAsync(key, document.Content, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }

        RunRecord record = Record(plan, merged, findings, kind.Name) with
        {
            StartedAt = startedAt,
            DurationSeconds = (time.GetUtcNow() - startedAt).TotalSeconds,
        };
        await settings.Artifacts.PutAsync(
            settings.ReportPrefix + ObjectKeys.Run,
            JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord),
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return record;
    }

    private static RunRecord Record<TState>(RunPlan plan, ShardState<TState>? merged, RunFindings? findings, string kind)
        where TState : IMergeableState<TState>
    {
        RunOutcome outcome = findings switch
        {
            null => RunOutcome.NoData,
            { Violations: 0 } => RunOutcome.Completed,
            _ => RunOutcome.CompletedWithViolations,
        };
        return new RunRecord
        {
            Monitor = plan.Monitor,
            Kind = kind,
            Window = plan.Window,
            Outcome = outcome,
            Message = Message(outcome, findings?.Violations ?? 0, plan.Unreadable + (merged?.Reading.Unreadable ?? 0)),
            Fingerprint = plan.Fingerprint,
            InputFingerprint = plan.InputFingerprint,
            EngineVersion = EngineVersion,
            BaselineVersion = findings?.BaselineVersion,
            ObjectCount = plan.ObjectCount,
            TotalBytes = plan.TotalBytes,
            ShardCount = plan.Shards.Count,
            Rows = merged?.Reading.Rows ?? 0,
            RowsOutsideWindow = merged?.Reading.RowsOutsideWindow ?? 0,
            Unreadable = plan.Unreadable + (merged?.Reading.Unreadable ?? 0),
            UnreadableSamples = [.. plan.UnreadableSamples.Concat(merged?.Reading.Samples ?? []).Take(ReadingReport.MaximumSamples)],
            UnusableNumbers = merged?.Reading.UnusableNumbers ?? 0,
            Violations = findings?.Violations ?? 0,
            Features = findings?.Features ?? [],
        };
    }

    private static string Message(RunOutcome outcome, int violations, long unreadable) => outcome switch
    {
        RunOutcome.NoData when unreadable > 0 => "NoData: Not one row of the captured data could be read.",
        RunOutcome.NoData => "NoData: No captured data in the window.",
        RunOutcome.Completed => "Completed: Job completed successfully with no violations.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"CompletedWithViolations: Job completed successfully with {violations} violations."),
    };
}
