using System.Text.Json;
using ModelMonitor.Aws.Metrics;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Metrics;
using ModelMonitor.Publishing;
using ModelMonitor.Runs;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Merges the states of a window, judges them and writes the report.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class EvaluateRunHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.EvaluateRun;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="PlannedRun"/>, the answer an <see cref="EvaluateRunAnswer"/>.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        PlannedRun run = EventReader.Read(payload, WorkflowJsonContext.Default.PlannedRun, "a run that PlanRun planned");
        RunPlan plan = await PlanFiles.FindAsync(deployment.Artifacts, run.PlanKey, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The plan {run.PlanKey} is not there, or damaged; start the run of {run.Window} again.");
        MonitorDefinition monitor = deployment.ReadMonitor(plan.Monitor);
        RunSettings settings = MonitorSettings.Of(
            monitor, plan.Window!, deployment.CapturesOf(monitor), deployment.Artifacts, deployment.LabelsOf(monitor)) with { Time = deployment.Time };
        RunEvaluation evaluation = await MonitorKinds.Of(monitor).EvaluateAsync(
            plan, monitor, settings, run.StartedAt, deployment.MemoryMegabytes, cancellationToken).ConfigureAwait(false);
        Log(context, evaluation);
        if (evaluation.IsOfPlan)
        {
            // Also when the report was there already: who wrote it may have ended before its metrics were out.
            EmbeddedMetricWriter.Write(
                deployment.Metrics, RunMetrics.Of(evaluation.Record, evaluation.Findings?.Metrics ?? [], monitor.Endpoint));
        }

        CommittedRun committed = new(evaluation.Record, monitor, deployment.Artifacts, settings.ReportPrefix);
        int unpublished = await PublishingLog.PublishAsync(deployment, committed, context.Log, cancellationToken).ConfigureAwait(false);
        EvaluateRunAnswer answer = new()
        {
            Monitor = monitor.Name,
            Window = run.Window,
            Outcome = evaluation.Record.Outcome.ToString(),
            Violations = evaluation.Record.Violations,
            Rows = evaluation.Record.Rows,
            RecordKey = settings.ReportPrefix + ObjectKeys.Run,
            IsOfLaterRun = evaluation.Record.Fingerprint != plan.Fingerprint,
            FailedPublications = unpublished,
        };
        return JsonSerializer.SerializeToUtf8Bytes(answer, WorkflowJsonContext.Default.EvaluateRunAnswer);
    }

    private static void Log(InvocationContext context, RunEvaluation evaluation)
    {
        RunRecord record = evaluation.Record;
        if (record.UnreadableSamples is [{ } first, ..])
        {
            context.Log.Warn(
                "Parts of the input could not be read.",
                ("monitor", record.Monitor), ("unreadable", record.Unreadable), ("file", first.File), ("line", first.Line), ("reason", first.Reason));
        }

        context.Log.Info(
            evaluation.IsOfPlan ? "A window was judged." : "The window was left to a run that was planned later.",
            ("monitor", record.Monitor), ("outcome", record.Outcome.ToString()), ("rows", record.Rows),
            ("violations", record.Violations), ("lateObjects", record.LateObjects));
    }
}
