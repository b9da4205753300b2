namespace ModelMonitor.Publishing;

/// <summary>Has a run published by all publishers, none of which can fail it.</summary>
public static class RunPublishing
{
    /// <summary>Publishes a run.</summary>
    /// <param name="publishers">The publishers; each is called, whatever becomes of the others.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What went wrong, in the order of the publishers; empty when nothing did.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static async Task<IReadOnlyList<PublishingFailure>> PublishAsync(
        IReadOnlyList<IRunPublisher> publishers, CommittedRun run, CancellationToken cancellationToken)
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
                failures.Add(new PublishingFailure(publisher.Name, exception.Message));
            }
        }

        return failures;
    }
}
