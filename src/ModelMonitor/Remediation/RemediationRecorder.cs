using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs.Failures;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;

namespace ModelMonitor.Remediation;

/// <summary>Records what became of a retraining, and makes room for the next where it came to nothing.</summary>
/// <param name="artifacts">Where remediations are.</param>
/// <param name="bucket">Its bucket, for addresses; empty for a folder.</param>
/// <param name="monitors">The monitors.</param>
/// <param name="time">The clock.</param>
public sealed class RemediationRecorder(
    IObjectStore artifacts, string bucket, IReadOnlyList<MonitorDefinition> monitors, TimeProvider time)
{
    /// <summary>The status of what is none of ours.</summary>
    public const string Ignored = nameof(Ignored);

    private readonly RemediationStore _store = new(artifacts);

    /// <summary>Records. The same, told again by the same execution, is answered the same.</summary>
    /// <exception cref="RunConflictException">An end came before its start was recorded; try again.</exception>
    public async Task<RemediationProgress> RecordAsync(RemediationOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Step == RemediationStep.Ended)
        {
            return await RecordEndAsync(outcome, cancellationToken).ConfigureAwait(false);
        }

        MonitorDefinition? monitor = monitors.FirstOrDefault(candidate => candidate.Name == outcome.Monitor);
        if (monitor is null || outcome.RecordKey?.StartsWith(ObjectKeys.RemediationsOf(monitor.Name), StringComparison.Ordinal) != true)
        {
            return new RemediationProgress { Status = Ignored, Monitor = outcome.Monitor };
        }

        RemediationRecord? record = await _store.ChangeRecordAsync(
            outcome.RecordKey, before => Change(before, outcome), cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return new RemediationProgress { Status = Ignored, Monitor = monitor.Name, RecordKey = outcome.RecordKey };
        }

        await _store.ChangeHistoryAsync(
            monitor.Name, history => Change(history, record, outcome), cancellationToken).ConfigureAwait(false);
        bool isTold = outcome.Step switch
        {
            RemediationStep.Started => record.Status is RemediationStatus.Running or RemediationStatus.Sent,
            RemediationStep.StartFailed => record.Status == RemediationStatus.StartFailed,
            _ => record.Status == RemediationStatus.Overdue,
        };
        TimeSpan timeout = (monitor.Remediation ?? new RemediationSection(record.Target)).Timeout;
        return Describe(outcome, monitor, record, outcome.RecordKey, isTold) with
        {
            WaitSeconds = outcome.Step == RemediationStep.Started && record.Status == RemediationStatus.Running ? (int)timeout.TotalSeconds : null,
        };
    }

    private RemediationRecord Change(RemediationRecord record, RemediationOutcome outcome) => (outcome.Step, record.Status) switch
    {
        (RemediationStep.Started, RemediationStatus.Starting) => record with
        {
            Status = record.Target.HasEnd ? RemediationStatus.Running : RemediationStatus.Sent,
            Execution = outcome.Started,
            StartedAt = time.GetUtcNow(),
        },
        (RemediationStep.StartFailed, RemediationStatus.Starting) => record with
        {
            Status = RemediationStatus.StartFailed,
            Error = FailureMessage.Of(outcome.Error, outcome.Cause),
        },
        (RemediationStep.TimeIsUp, RemediationStatus.Starting or RemediationStatus.Running) => record with { Status = RemediationStatus.Overdue },
        _ => record,
    };

    private RemediationHistory Change(RemediationHistory history, RemediationRecord record, RemediationOutcome outcome)
    {
        RemediationStart? start = history.Starts.FirstOrDefault(start => start.Token == record.Token);
        return (start, outcome.Step) switch
        {
            (null, _) => history,
            ({ FailedAt: null }, RemediationStep.StartFailed) when record.Status == RemediationStatus.StartFailed =>
                history.Fail(record.Token, time.GetUtcNow()),
            ({ Execution: null }, RemediationStep.Started) => history.Change(
                record.Token,
                told => told with { Execution = record.Execution, EndedAt = record.Target.HasEnd ? told.EndedAt : record.StartedAt }),
            _ => history,
        };
    }

    private async Task<RemediationProgress> RecordEndAsync(RemediationOutcome outcome, CancellationToken cancellationToken)
    {
        if (RetrainingEnd.Read(outcome.Event) is not { } end)
        {
            return new RemediationProgress { Status = Ignored };
        }

        RemediationStart? unnamed = null;
        foreach (MonitorDefinition monitor in monitors.Where(monitor => monitor.Remediation is { } remediation && end.IsOf(remediation.Target)))
        {
            RemediationHistory history = await _store.ReadHistoryAsync(monitor.Name, cancellationToken).ConfigureAwait(false);
            if (history.Starts.FirstOrDefault(end.IsOf) is { } start)
            {
                return await RecordEndAsync(outcome, end, monitor, start, cancellationToken).ConfigureAwait(false);
            }

            unnamed ??= FindUnnamed(monitor.Remediation!, history);
        }

        return unnamed is null
            ? new RemediationProgress { Status = Ignored }
            : throw RunConflictException.OfPendingStart(unnamed.RecordKey);
    }

    /// <summary>
    /// A running start whose execution is not recorded yet, so that any end may be its own: a pipeline that fails at once can be
    /// faster than the record of its start. A state machine's execution is known by its name from the beginning.
    /// </summary>
    private RemediationStart? FindUnnamed(RemediationSection remediation, RemediationHistory history) =>
        remediation.Target.Kind == RemediationTargetKind.Pipeline
            ? history.Starts.FirstOrDefault(start => start.Execution is null && start.IsRunning(remediation.Timeout, time.GetUtcNow()))
            : null;

    private async Task<RemediationProgress> RecordEndAsync(
        RemediationOutcome outcome, RetrainingEnd end, MonitorDefinition monitor, RemediationStart start, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        RemediationRecord? record = await _store.ChangeRecordAsync(
            start.RecordKey,
            before => before.EndedAt is null
                ? before with { Status = end.Status, Execution = end.Execution, EndedAt = now, EndedBy = outcome.Execution }
                : before,
            cancellationToken).ConfigureAwait(false);
        await _store.ChangeHistoryAsync(
            monitor.Name,
            history => history.Starts.Any(one => one.Token == start.Token && one.EndedAt is null)
                ? history.Change(start.Token, one => one with { Execution = end.Execution, EndedAt = now })
                : history,
            cancellationToken).ConfigureAwait(false);
        return record is null
            ? new RemediationProgress { Status = Ignored, Monitor = monitor.Name, RecordKey = start.RecordKey }
            : Describe(
                outcome,
                monitor,
                record,
                start.RecordKey,
                isTold: record.EndedBy == outcome.Execution && record.Status is (RemediationStatus.Failed or RemediationStatus.Stopped));
    }

    private RemediationProgress Describe(
        RemediationOutcome outcome, MonitorDefinition monitor, RemediationRecord record, string key, bool isTold) => new()
        {
            Status = record.Status.ToString(),
            Monitor = monitor.Name,
            RecordKey = key,
            Notice = isTold
                ? new NoticeWriter(monitor, new RemediationLinks(bucket, outcome.Pages, outcome.Runbook), key).Write(record)
                : null,
        };
}
