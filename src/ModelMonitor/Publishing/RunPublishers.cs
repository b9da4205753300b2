using ModelMonitor.Exports.History;

namespace ModelMonitor.Publishing;

/// <summary>Publishers that are told of every run, one after the other.</summary>
/// <param name="publishers">The publishers.</param>
public sealed class RunPublishers(params IReadOnlyList<IRunPublisher> publishers)
{
    /// <summary>All there are.</summary>
    public static RunPublishers All { get; } = new(new HistoryPublisher());

    /// <summary>Has every publisher publish a run, whatever becomes of those before it.</summary>
    /// <returns>The publications that failed.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<PublishingFailure>> PublishAsync(EvaluatedRun run, CancellationToken cancellationToken)
    {
        List<PublishingFailure> failures = [];
        foreach (IRunPublisher publisher in publishers)
        {
            try
            {
                await publisher.PublishAsync(run, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The report is there already; whatever goes wrong now, the run has not failed.
                failures.Add(new PublishingFailure(publisher.Name, exception));
            }
        }

        return failures;
    }
}
