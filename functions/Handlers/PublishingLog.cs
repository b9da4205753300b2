using ModelMonitor.Aws.Metrics;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Metrics;
using ModelMonitor.Publishing;

namespace ModelMonitor.Functions.Handlers;

/// <summary>Has a run published, and logs and counts what could not be.</summary>
internal static class PublishingLog
{
    /// <summary>Publishes a run; only an invocation that is stopped makes this fail.</summary>
    /// <returns>How many publications failed.</returns>
    public static async Task<int> PublishAsync(
        Deployment deployment, CommittedRun run, InvocationLog log, CancellationToken cancellationToken)
    {
        IReadOnlyList<PublishingFailure> failures = await RunPublishing.PublishAsync(
            deployment.Publishers, run, cancellationToken).ConfigureAwait(false);
        foreach (PublishingFailure failure in failures)
        {
            log.Warn("A run could not be published.", ("monitor", run.Monitor.Name), ("publisher", failure.Publisher), ("reason", failure.Reason));
        }

        EmbeddedMetricWriter.Write(deployment.Metrics, RunMetrics.OfPublishing(run.Record, [run.Monitor.Kind], failures.Count));
        return failures.Count;
    }
}
