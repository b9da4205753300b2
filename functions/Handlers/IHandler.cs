namespace ModelMonitor.Functions.Handlers;

/// <summary>A function's work: one JSON document in, one out.</summary>
public interface IHandler
{
    /// <summary>Its name, one of <see cref="Contracts.Workflow.HandlerNames"/>.</summary>
    string Name { get; }

    /// <summary>Handles an event. Delivery is at least once: the same event again must change nothing.</summary>
    /// <param name="payload">The event, UTF-8 JSON from outside: nothing about it is certain. Valid until the task ends.</param>
    /// <param name="context">Whose work it is, and the log.</param>
    /// <param name="cancellationToken">Cancelled shortly before the function's time is over.</param>
    /// <returns>The answer, UTF-8 JSON; at most six megabytes, which is what Lambda carries.</returns>
    /// <exception cref="ConfigurationException">The user's mistake, which trying again cannot mend.</exception>
    Task<ReadOnlyMemory<byte>> HandleAsync(
        ReadOnlyMemory<byte> payload, InvocationContext context, CancellationToken cancellationToken);
}
