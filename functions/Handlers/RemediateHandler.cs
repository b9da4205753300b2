using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Remediation;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Decides what an alarm starts.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class RemediateHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.Remediate;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="RemediateRequest"/>, the answer a <see cref="RemediationOrder"/>.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        RemediateRequest request = EventReader.Read(
            payload, WorkflowJsonContext.Default.RemediateRequest, "an alarm's change and whose alarms count");
        Remediator remediator = new(
            deployment.Artifacts, deployment.ArtifactsBucket, name => FindMonitor(name, context), deployment.Time);
        RemediationOrder order = await remediator.DecideAsync(request, cancellationToken).ConfigureAwait(false);
        context.Log.Info(
            "An alarm changed.",
            ("monitor", order.Monitor ?? ""), ("action", order.Action), ("reason", order.Reason),
            ("explanation", order.Explanation), ("record", order.RecordKey ?? ""));
        return JsonSerializer.SerializeToUtf8Bytes(order, WorkflowJsonContext.Default.RemediationOrder);
    }

    private MonitorDefinition? FindMonitor(string name, InvocationContext context)
    {
        try
        {
            return deployment.ReadMonitor(name);
        }
        catch (ConfigurationException exception)
        {
            context.Log.Warn("The monitor of the alarm cannot be told.", ("reason", exception.Message));
            return null;
        }
    }
}
