using ModelMonitor.Functions.Logging;
using ModelMonitor.Publishing;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Has a run published, and logs what could not be.</summary>
internal static class PublishingLog
{
    /// <summary>Publishes a run; only an invocation that is stopped makes this fail.</summary>
    public static async Task PublishAsync(
        Deployment deployment, CommittedRun run, InvocationLog log, CancellationToken cancellationToken)
    {
        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync(
            deployment.Publishers, run, cancellationToken).ConfigureAwait(false);
        foreach (PublishingFailure failure in failures)
        {
            log.Warn("A run could not be published.", ("monitor", run.Monitor.Name), ("publisher", failure.Publisher), ("reason", failure.Reason));
        }
    }
}
