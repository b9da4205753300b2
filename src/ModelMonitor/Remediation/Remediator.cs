using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Storage;

namespace ModelMonitor.Remediation;

/// <summary>Turns an alarm's change into what the state machine is to do, with a record of why.</summary>
/// <param name="artifacts">Where reports and remediations are.</param>
/// <param name="bucket">Its bucket, for addresses; empty for a folder.</param>
/// <param name="findMonitor">Finds a monitor by its name; null when there is none.</param>
/// <param name="time">The clock.</param>
public sealed class Remediator(IObjectStore artifacts, string bucket, Func<string, MonitorDefinition?> findMonitor, TimeProvider time)
{
    private readonly RemediationStore _store = new(artifacts);

    /// <summary>Decides. Of one change, one execution is told to start something, however often it and others ask.</summary>
    public async Task<RemediationOrder> DecideAsync(RemediateRequest request, CancellationToken cancellationToken)
    {
        AlarmReading reading = AlarmChangeReader.Read(request);
        if (reading.Change is not { } change)
        {
            return StartNothing(reading.Refusal!, null);
        }

        string name = change.Alarm.Monitor;
        if (findMonitor(name) is not { } monitor)
        {
            return StartNothing(new(RemediationReason.MonitorUnknown, $"There is no monitor {name} in this deployment."), name);
        }

        DateTimeOffset now = time.GetUtcNow();
        RemediationDecision first = RemediationDecider.Decide(change, monitor, new RemediationHistory(), null, now);
        if (!first.IsRecorded)
        {
            return StartNothing(first, name);
        }

        string key = RemediationStore.KeyOf(change);
        RemediationRecord? record = await _store.FindRecordAsync(key, cancellationToken).ConfigureAwait(false);
        if (record is null && await DecideAsync(change, monitor, request.Execution, key, now, cancellationToken).ConfigureAwait(false) is { } decided)
        {
            record = await _store.AddRecordAsync(key, decided, cancellationToken).ConfigureAwait(false);
        }

        return record?.DecidedBy == request.Execution
            ? Order(record, monitor, new RemediationLinks(bucket, request.Pages, request.Runbook), key)
            : StartNothing(new(RemediationReason.Repeated, "This change of the alarm was seen to before."), name);
    }

    /// <summary>Decides with the history in hand, and adds a start to it if that is what it comes to.</summary>
    /// <returns>The record; null when another execution decided the same change.</returns>
    private async Task<RemediationRecord?> DecideAsync(
        AlarmChange change, MonitorDefinition monitor, string execution, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        RemediationEvidence? evidence = change.State == AlarmState.Alarm
            ? await new EvidenceReader(artifacts).ReadAsync(monitor, now, cancellationToken).ConfigureAwait(false)
            : null;
        RemediationDecision? decision = null;
        await _store.ChangeHistoryAsync(
            monitor.Name,
            history =>
            {
                RemediationStart? same = history.Starts.FirstOrDefault(start => start.Token == change.Token);
                if (same is not null && same.DecidedBy != execution)
                {
                    decision = null;
                    return history;
                }

                // The execution's own start, whose record it did not come to write, is decided again.
                RemediationHistory others = same is null ? history : history.Remove(change.Token);
                decision = RemediationDecider.Decide(change, monitor, others, evidence, now);
                return decision switch
                {
                    { IsStart: true } => same is null ? others.Add(StartOf(change, decision, execution, key, now)) : history,
                    { Reason: RemediationReason.WeeklyLimit, Notifies: true } => others with { LimitToldAt = now, LimitToldFor = change.Token },
                    _ => others,
                };
            },
            cancellationToken).ConfigureAwait(false);
        return decision is null ? null : new RemediationRecord
        {
            Token = change.Token,
            Monitor = monitor.Name,
            Alarm = change.Alarm.ToString(),
            State = change.State,
            Time = change.Time,
            AlarmExplanation = change.Explanation,
            Decision = decision.Reason,
            Explanation = decision.Explanation,
            Notifies = decision.Notifies,
            DecidedAt = now,
            DecidedBy = execution,
            Evidence = evidence,
            Target = monitor.Remediation!.Target,
            Status = decision.Reason == RemediationReason.Start ? RemediationStatus.Starting : RemediationStatus.NotStarted,
        };
    }

    private static RemediationStart StartOf(
        AlarmChange change, RemediationDecision decision, string execution, string key, DateTimeOffset now) => new()
        {
            Token = change.Token,
            DecidedBy = execution,
            RecordKey = key,
            Time = now,
            IsDryRun = decision.Reason == RemediationReason.DryRun,
        };

    private static RemediationOrder Order(RemediationRecord record, MonitorDefinition monitor, RemediationLinks links, string key)
    {
        bool starts = record.Status == RemediationStatus.Starting;
        RetrainingRequest? retraining = starts ? RequestOf(record, monitor, links) : null;
        return new RemediationOrder
        {
            Action = starts ? ActionOf(record.Target) : RemediationAction.StartNothing,
            Reason = record.Decision.ToString(),
            Explanation = record.Explanation,
            Monitor = record.Monitor,
            RecordKey = key,
            Token = record.Token,
            Target = record.Target.Name,
            Request = retraining,
            Parameters = retraining is null ? null : ParametersOf(retraining, monitor),
            Notice = record.Notifies ? new NoticeWriter(monitor, links, key).Write(record) : null,
        };
    }

    private static RetrainingRequest RequestOf(RemediationRecord record, MonitorDefinition monitor, RemediationLinks links)
    {
        RemediationEvidence evidence = record.Evidence!;
        return new RetrainingRequest
        {
            Id = record.Token,
            Monitor = record.Monitor,
            Endpoint = monitor.Endpoint,
            Variant = monitor.Variant,
            Alarm = record.Alarm,
            Window = PeriodText.Format(new SchedulePeriod(evidence.Window.Start, evidence.Window.End)),
            Violations = evidence.Violations,
            Rows = evidence.Rows,
            Report = links.AddressOf(evidence.ReportFolder),
            Drifted = [.. evidence.Drifted.Select(feature => feature.Name)],
        };
    }

    private static PipelineParameter[] ParametersOf(RetrainingRequest retraining, MonitorDefinition monitor) =>
    [
        .. (monitor.Remediation?.Parameters ?? []).Select(name => new PipelineParameter(name, name switch
        {
            RemediationParameter.Monitor => retraining.Monitor,
            RemediationParameter.Window => retraining.Window,
            RemediationParameter.Violations => retraining.Violations.ToString(CultureInfo.InvariantCulture),
            _ => retraining.Report,
        })),
    ];

    private static string ActionOf(RemediationTarget target) => target.Kind switch
    {
        RemediationTargetKind.Pipeline => RemediationAction.StartPipeline,
        RemediationTargetKind.StateMachine => RemediationAction.StartStateMachine,
        _ => RemediationAction.PutEvent,
    };

    private static RemediationOrder StartNothing(RemediationDecision decision, string? monitor) => new()
    {
        Action = RemediationAction.StartNothing,
        Reason = decision.Reason.ToString(),
        Explanation = decision.Explanation,
        Monitor = monitor,
    };
}
