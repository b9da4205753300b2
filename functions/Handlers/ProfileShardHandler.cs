using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Runs;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Reads a shard into a state, and stores that.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class ProfileShardHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.ProfileShard;

    /// <inheritdoc />
    /// <remarks>The event is an item of a plan's <c>shards.json</c>, the answer a <see cref="ProfileShardAnswer"/>.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        ShardTask task = EventReader.Read(payload, ShardJsonContext.Default.ShardTask, "an item of a plan's shards.json");
        RunPlan plan = await PlanFiles.ReadHeaderAsync(deployment.Artifacts, task.PlanKey, cancellationToken).ConfigureAwait(false);
        MonitorDefinition monitor = deployment.ReadMonitor(plan.Monitor);
        RunSettings settings = MonitorSettings.Of(
            monitor, plan.Window!, deployment.CapturesOf(monitor), deployment.Artifacts, deployment.LabelsOf(monitor)) with { Time = deployment.Time };
        ProfiledShard profiled = await MonitorKinds.Of(monitor).ProfileAsync(
            plan, task.Shard, monitor, settings, cancellationToken).ConfigureAwait(false);
        context.Log.Info(
            "A shard was profiled.",
            ("monitor", monitor.Name), ("plan", task.PlanKey), ("state", task.Shard.StateKey), ("bytes", task.Shard.Bytes),
            ("rows", profiled.Reading.Rows), ("unreadable", profiled.Reading.Unreadable), ("workMilliseconds", profiled.WorkMilliseconds));
        return JsonSerializer.SerializeToUtf8Bytes(
            new ProfileShardAnswer(profiled.Reading.Rows, profiled.Reading.Unreadable), WorkflowJsonContext.Default.ProfileShardAnswer);
    }
}
