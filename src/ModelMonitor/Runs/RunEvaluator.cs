using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Judges the merged state of a run and writes the report; <c>run.json</c> last.</summary>
public static class RunEvaluator
{
    internal static string EngineVersion { get; } =
        typeof(RunEvaluator).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>
    /// Evaluates a run whose shards are all profiled and merged, unless its window has been left to another run:
    /// one of the same plan that was faster, or one that was planned later.
    /// </summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="merged">What its shards came to; null when there were none.</param>
    /// <param name="kind">The kind of monitor.</param>
    /// <param name="settings">Where the report goes.</param>
    /// <param name="startedAt">When the planning of the run began.</param>
    /// <param name="cost">What the run cost so far; null for a run in one process.</param>
    /// <param name="repairs">
    /// Whether a report of a run that was planned later, but is not whole, is replaced by this run's; otherwise it
    /// is left to those who write there, or know how to restore it.
    /// </param>
    /// <param name="cancellationToken">Stops the writing; without <c>run.json</c> the report counts as not written.</param>
    /// <returns>
    /// The record that is there afterwards, this run's or the other one's, and what was found where that is of
    /// this plan.
    /// </returns>
    /// <exception cref="RunConflictException">Another run writes the same report at this moment; try again.</exception>
    public static async Task<RunEvaluation> EvaluateAsync<TState>(
        RunPlan plan,
        ShardState<TState>? merged,
        IMonitorKind<TState> kind,
        RunSettings settings,
        DateTimeOffset startedAt,
        RunCost? cost,
        bool repairs,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        DateTimeOffset evaluatedAt = settings.Time.GetUtcNow();
        ReportFolder before = await ReportFolder.LookAsync(
            settings.Artifacts, settings.ReportPrefix, cancellationToken).ConfigureAwait(false);
        bool isJudged = merged is { Reading.Rows: > 0 } && (merged.GroundTruth is not { Labelled: 0 } || kind.Labels is { KeepsUnlabelled: true });
        RunRecord? earlier = before.Record is { } found && found.Window == plan.Window ? found : null;
        int late = await LateObjectsAsync(plan, earlier, settings, cancellationToken).ConfigureAwait(false);
        RunFindings? findings = isJudged
            ? kind.Evaluate(
                merged!.Content,
                new WindowContext(
                    await EarlierRecords.ReadAsync(settings, kind.EarlierRuns, cancellationToken).ConfigureAwait(false),
                    plan.Unreadable + merged.Reading.Unreadable,
                    late))
            : null;
        if (await before.IsSettledAsync(plan, startedAt, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            return RunEvaluation.Of(before.Record!, plan, findings);
        }

        await KeepSampleAsync(plan, merged?.GroundTruth, settings, cancellationToken).ConfigureAwait(false);
        if (!repairs && before.IsOfLaterRun(plan, startedAt, settings.Time.GetUtcNow()))
        {
            throw new RunConflictException(settings.ReportPrefix + ObjectKeys.Run);
        }

        RunRecord record = Record(plan, merged, findings) with
        {
            Endpoint = settings.Endpoint,
            Variant = settings.Variant,
            BaselinePrefix = findings is null || plan.BaselineVersion is not null ? null : settings.BaselinePrefix,
            GroundTruth = GroundTruthOf(plan, merged, settings),
            StartedAt = startedAt,
            LateObjects = late,
            Attempts = earlier is { IsDone: false } ? earlier.Attempts + 1 : 1,
            DurationSeconds = (settings.Time.GetUtcNow() - startedAt).TotalSeconds,
            CostUsd = cost?.Estimate(plan.ShardCount, settings.Time.GetUtcNow() - evaluatedAt),
        };
        try
        {
            ReportWriter writer = new(settings.Artifacts, settings.ReportPrefix);
            RunRecord written = await writer.WriteAsync(
                before, record, findings?.Documents ?? [], cancellationToken).ConfigureAwait(false);
            await kind.KeepAsync(cancellationToken).ConfigureAwait(false);
            return RunEvaluation.Of(written, plan, findings);
        }
        catch (RunConflictException)
        {
            ReportFolder now = await ReportFolder.LookAsync(
                settings.Artifacts, settings.ReportPrefix, cancellationToken).ConfigureAwait(false);
            if (await now.IsSettledAsync(plan, startedAt, settings.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            {
                return RunEvaluation.Of(now.Record!, plan, findings);
            }

            throw;
        }
    }

    private static async Task<int> LateObjectsAsync(
        RunPlan plan, RunRecord? earlier, RunSettings settings, CancellationToken cancellationToken) =>
        earlier is { IsDone: true } && earlier.InputFingerprint != plan.InputFingerprint
            ? await LateObjects.CountAsync(settings, earlier, LateObjects.Of(plan), cancellationToken).ConfigureAwait(false)
            : 0;

    private static RunRecord Record<TState>(RunPlan plan, ShardState<TState>? merged, RunFindings? findings)
        where TState : IMergeableState<TState>
    {
        RunOutcome outcome = findings switch
        {
            null or { UsableRows: 0 } => RunOutcome.NoData,
            { Violations: 0 } => RunOutcome.Completed,
            _ => RunOutcome.CompletedWithViolations,
        };
        return new RunRecord
        {
            Monitor = plan.Monitor,
            Kind = plan.Kind,
            Window = plan.Window,
            Outcome = outcome,
            Message = Message(outcome, findings?.Violations ?? 0, plan.Unreadable + (merged?.Reading.Unreadable ?? 0), merged?.GroundTruth, findings?.UnusableRows ?? 0),
            Fingerprint = plan.Fingerprint,
            InputFingerprint = plan.InputFingerprint,
            EngineVersion = EngineVersion,
            BaselineVersion = findings is null ? null : plan.BaselineVersion,
            ObjectCount = plan.ObjectCount,
            TotalBytes = plan.TotalBytes,
            ShardCount = plan.ShardCount,
            Rows = merged?.Reading.Rows ?? 0,
            RowsOutsideWindow = merged?.Reading.RowsOutsideWindow ?? 0,
            Unreadable = plan.Unreadable + (merged?.Reading.Unreadable ?? 0),
            UnreadableSamples = [.. plan.UnreadableSamples.Concat(merged?.Reading.Samples ?? []).Take(ReadingReport.MaximumSamples)],
            UnusableRows = findings?.UnusableRows ?? 0,
            UnusableNumbers = merged?.Reading.UnusableNumbers ?? 0,
            Notes = [.. plan.Notes, .. findings?.Notes ?? []],
            Violations = findings?.Violations ?? 0,
            DriftedShare = findings?.DriftedShare,
            Features = findings?.Features ?? [],
            Rules = findings?.Rules,
            Quality = findings?.Quality,
            Bias = findings?.Bias,
            Attribution = findings?.Attribution,
            CaptureLagSeconds = findings is not null && merged!.Reading.LastEvent is { } last
                ? (plan.Window?.End - last)?.TotalSeconds
                : null,
        };
    }

    private static GroundTruthFinding? GroundTruthOf<TState>(RunPlan plan, ShardState<TState>? merged, RunSettings settings)
        where TState : IMergeableState<TState> =>
        plan.LabelsFingerprint is null ? null : GroundTruthFinding.Of(
            merged?.GroundTruth ?? GroundTruthState.CreateEmpty(),
            plan,
            plan.Window is null ? null : settings.GroundTruth?.ClosingOf(plan.Window));

    /// <summary>Keeps what tells by new labels alone how many predictions have one by now.</summary>
    private static async Task KeepSampleAsync(
        RunPlan plan, GroundTruthState? joined, RunSettings settings, CancellationToken cancellationToken)
    {
        if (joined is not null && settings.KeepStates)
        {
            await settings.Artifacts.PutAsync(
                PlanFiles.SampleKeyOf(PlanFiles.KeyOf(settings, plan.Fingerprint)),
                StateFile.ToBytes(joined.Sample),
                PutCondition.Absent,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Message(RunOutcome outcome, int violations, long unreadable, GroundTruthState? joined, long unusable) => outcome switch
    {
        RunOutcome.NoData when unusable > 0 => "NoData: Not one row could be used.",
        RunOutcome.NoData when joined is { Predictions: > 0, Labels: > 0 } => "NoData: No ground truth that was read is of a prediction of the window.",
        RunOutcome.NoData when joined is { Predictions: > 0, LabelReading.Unreadable: > 0 } => "NoData: Not one line of the ground truth could be read.",
        RunOutcome.NoData when joined is { Predictions: > 0 } => "NoData: No ground truth yet for the predictions of the window.",
        RunOutcome.NoData when unreadable > 0 => "NoData: Not one row of the captured data could be read.",
        RunOutcome.NoData => "NoData: No captured data in the window.",
        RunOutcome.Completed => "Completed: Job completed successfully with no violations.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"CompletedWithViolations: Job completed successfully with {violations} violations."),
    };
}
