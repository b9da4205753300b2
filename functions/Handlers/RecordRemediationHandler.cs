using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Remediation;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Records what became of a retraining.</summary>
/// <param name="deployment">Knows the monitors and the stores.</param>
public sealed class RecordRemediationHandler(Deployment deployment) : IHandler
{
    /// <inheritdoc />
    public string Name => HandlerNames.RecordRemediation;

    /// <inheritdoc />
    /// <remarks>The event is a <see cref="RemediationOutcome"/>, the answer a <see cref="RemediationProgress"/>.</remarks>
    public async Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken)
    {
        RemediationOutcome outcome = EventReader.Read(
            payload, WorkflowJsonContext.Default.RemediationOutcome, "what became of a retraining");
        RemediationRecorder recorder = new(
            deployment.Artifacts, deployment.ArtifactsBucket, deployment.ReadMonitors(), deployment.Time);
        RemediationProgress progress = await recorder.RecordAsync(outcome, cancellationToken).ConfigureAwait(false);
        context.Log.Info(
            "A retraining came on.",
            ("monitor", progress.Monitor ?? ""), ("step", outcome.Step), ("status", progress.Status), ("record", progress.RecordKey ?? ""));
        return JsonSerializer.SerializeToUtf8Bytes(progress, WorkflowJsonContext.Default.RemediationProgress);
    }
}
