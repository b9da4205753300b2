using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Reading;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs.Failures;

/// <summary>Records that a run failed: beside its plans, and in place of a report where there is none.</summary>
/// <param name="artifacts">Where plans and reports are.</param>
/// <param name="time">The clock.</param>
public sealed class FailureRecorder(IObjectStore artifacts, TimeProvider time)
{
    private const int MostTries = 5;
    private const int HashLength = 16;
    private const int MaximumArn = 2048;

    /// <summary>Records a failure. The same failure told again is recorded once.</summary>
    /// <param name="failure">What failed; nothing of it is certain, and none of it makes this fail.</param>
    /// <param name="monitor">The monitor; null when there is none of that name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<RecordedFailure> RecordAsync(
        RunFailure failure, MonitorDefinition? monitor, CancellationToken cancellationToken)
    {
        TimeWindow? window = monitor is null ? null : WindowOf(failure, monitor);
        string name = monitor?.Name ?? NameOf(failure.Monitor);
        FailureRecord record = new()
        {
            Monitor = FailureMessage.Plain(failure.Monitor, HashLength * 4),
            Window = window,
            Message = FailureMessage.Of(failure.Error, failure.Cause),
            PlanKey = failure.Run is { PlanKey: { Length: > 0 } key } ? FailureMessage.Plain(key, MaximumArn) : null,
            Execution = failure.Execution is { } execution ? FailureMessage.Plain(execution, MaximumArn) : null,
        };
        DateTimeOffset failedAt = failure.Run?.StartedAt ?? failure.Request?.Time ?? time.GetUtcNow();
        string folder = window is null ? ObjectKeys.UnplannedFolder(name) : ObjectKeys.RunFolder(name, window.Start);
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.FailureRecord);
        string failureKey = ObjectKeys.Failure(folder, failedAt, new Fingerprint().Add(content).ToString()[..HashLength]);
        await artifacts.PutAsync(failureKey, content, PutCondition.Absent, cancellationToken).ConfigureAwait(false);
        RunRecord? mark = window is null
            ? null
            : await MarkAsync(record, failure, monitor!, failedAt, window, folder, cancellationToken).ConfigureAwait(false);
        return new RecordedFailure(failureKey, record, mark);
    }

    /// <summary>Writes the record of a failed run, unless there is a good report: that stays.</summary>
    private async Task<RunRecord?> MarkAsync(
        FailureRecord failure,
        RunFailure told,
        MonitorDefinition monitor,
        DateTimeOffset failedAt,
        TimeWindow window,
        string folder,
        CancellationToken cancellationToken)
    {
        string prefix = ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, window.End);
        int attempts = await artifacts.ListAsync(ObjectKeys.FailuresOf(folder), null, cancellationToken)
            .CountAsync(cancellationToken).ConfigureAwait(false);
        for (int tried = 1; ; tried++)
        {
            ReportFolder before = await ReportFolder.LookAsync(artifacts, prefix, cancellationToken).ConfigureAwait(false);
            if (before.Record?.Window?.End > window.End
                || (before.Record is { IsDone: true } && await before.IsWholeAsync(cancellationToken).ConfigureAwait(false)))
            {
                return before.Record;
            }

            RunRecord record = new()
            {
                Monitor = monitor.Name,
                Endpoint = monitor.Endpoint,
                Variant = monitor.Variant,
                Kind = told.Run is { Kind: { Length: > 0 } kind } ? FailureMessage.Plain(kind, HashLength * 4) : "",
                Window = window,
                Outcome = RunOutcome.Failed,
                Message = $"Failed: {failure.Message}",
                Fingerprint = "",
                InputFingerprint = "",
                EngineVersion = RunEvaluator.EngineVersion,
                Documents = [],
                StaleDocuments = [.. ObjectKeys.ReportDocuments.Where(name => before.Find(name) is not null)],
                Attempts = attempts,
                StartedAt = failedAt,
                DurationSeconds = Math.Max(0.0, (time.GetUtcNow() - failedAt).TotalSeconds),
            };
            try
            {
                await new ReportWriter(artifacts, prefix).CommitAsync(
                    record, before.Find(ObjectKeys.Run)?.ETag, cancellationToken).ConfigureAwait(false);
                return record;
            }
            catch (RunConflictException) when (tried < MostTries)
            {
                // Someone else's record came in between: it may be of a good report.
            }
        }
    }

    private TimeWindow? WindowOf(RunFailure failure, MonitorDefinition monitor)
    {
        if (failure.Run is { Window: { } text } && PeriodText.TryParse(text, out SchedulePeriod period, out _))
        {
            return new TimeWindow(period.Start, period.End);
        }

        try
        {
            return failure.Request is { } request ? RequestedWindow.Of(request, monitor, time.GetUtcNow()).Window : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    /// <summary>A name from outside, made fit to be part of a key.</summary>
    private static string NameOf(string? monitor)
    {
        string name = string.Concat((monitor ?? "").Take(63).Select(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) ? character : '-')).Trim('-');
        return name.Length == 0 ? "unknown" : name;
    }
}
