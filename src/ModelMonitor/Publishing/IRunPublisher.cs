namespace ModelMonitor.Publishing;

/// <summary>Makes something of a run whose report is complete, such as a page or rows of a table.</summary>
/// <remarks>
/// It may be told of a run more than once, and of an older run after a newer one of the same window: it publishes
/// what the report says when it is called.
/// </remarks>
public interface IRunPublisher
{
    /// <summary>What it publishes, for the log, such as <c>history</c>.</summary>
    string Name { get; }

    /// <summary>Publishes a run. Whatever it throws is logged by the caller and fails no run.</summary>
    Task PublishAsync(EvaluatedRun run, CancellationToken cancellationToken);
}
