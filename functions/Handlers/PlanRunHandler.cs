using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Runs;
using ModelMonitor.Stages;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Finds the windows to run and cuts their objects into shards.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class PlanRunHandler(Deployment deployment) : IHandler
{
    private const string Expectation = "a request such as {\"monitor\":\"churn\",\"time\":\"2026-11-22T11:00:00Z\"}";

    /// <inheritdoc />
    public string Name => HandlerNames.PlanRun;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="RunRequest"/>, the answer <see cref="PlannedRuns"/>.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        DateTimeOffset startedAt = deployment.Time.GetUtcNow();
        RunRequest request = EventReader.Read(payload, WorkflowJsonContext.Default.RunRequest, Expectation);
        MonitorDefinition monitor = deployment.ReadMonitor(request.Monitor);
        RequestedWindow requested = RequestedWindow.Of(request, monitor, startedAt);
        IWindowPlanner planner = await MonitorKinds.Of(monitor).OpenPlannerAsync(
            monitor, deployment.Artifacts, request.Baseline, cancellationToken).ConfigureAwait(false);
        ScheduleHistory history = ScheduleHistory.None;
        if (monitor.Stages.Count > 0 && !requested.IsExplicit && request.Baseline is null)
        {
            StagedWindow staged = await new StageTracker(deployment.Artifacts).AdvanceAsync(
                monitor, planner.Baseline, requested, cancellationToken).ConfigureAwait(false);
            if (staged.Requested is null)
            {
                context.Log.Info("The monitor's stage has no window due.", ("monitor", monitor.Name), ("stage", staged.Stage));
                return JsonSerializer.SerializeToUtf8Bytes(new PlannedRuns(monitor.Name, []), WorkflowJsonContext.Default.PlannedRuns);
            }

            (monitor, history, requested) = (staged.Monitor, staged.History, staged.Requested);
        }

        IReadOnlyList<PlannedWindow> windows = await planner.PlanAsync(
            monitor, requested, deployment.CapturesOf(monitor), deployment.LabelsOf(monitor), history, deployment.Time, cancellationToken).ConfigureAwait(false);
        PlannedRun[] runs = [.. windows.Select(window => Describe(window, monitor, startedAt))];
        foreach ((PlannedWindow window, PlannedRun run) in windows.Zip(runs))
        {
            Log(context, window.Plan, run);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new PlannedRuns(monitor.Name, runs), WorkflowJsonContext.Default.PlannedRuns);
    }

    private PlannedRun Describe(PlannedWindow window, MonitorDefinition monitor, DateTimeOffset startedAt) => new()
    {
        Monitor = monitor.Name,
        Kind = window.Plan.Kind,
        Window = PeriodText.Format(new SchedulePeriod(window.Plan.Window!.Start, window.Plan.Window.End)),
        Status = window.Status,
        PlanKey = window.PlanKey,
        Bucket = deployment.ArtifactsBucket,
        ShardsKey = PlanFiles.ShardsKeyOf(window.PlanKey),
        ShardCount = window.Plan.ShardCount,
        MaxConcurrency = monitor.MaxConcurrency,
        StartedAt = startedAt,
    };

    private static void Log(InvocationContext context, RunPlan plan, PlannedRun run)
    {
        foreach (string note in plan.Notes)
        {
            context.Log.Warn(note, ("monitor", run.Monitor), ("window", run.Window));
        }

        context.Log.Info(
            "A window was planned.",
            ("monitor", run.Monitor), ("window", run.Window), ("status", run.Status), ("plan", run.PlanKey), ("baseline", plan.BaselineVersion ?? "without a version"),
            ("objects", plan.ObjectCount), ("bytes", plan.TotalBytes), ("shards", plan.ShardCount));
    }
}
