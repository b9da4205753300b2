namespace ModelMonitor.Publishing;

/// <summary>Makes something of a run for others to look at, after its record is committed.</summary>
public interface IRunPublisher
{
    /// <summary>What it makes, in a word or two, for log lines: <c>site</c>.</summary>
    string Name { get; }

    /// <summary>Publishes a run. Publishing the same run again comes to the same.</summary>
    /// <remarks>What it throws is logged and counted by <see cref="RunPublishing"/>, and never fails the run.</remarks>
    Task PublishAsync(CommittedRun run, CancellationToken cancellationToken);
}
