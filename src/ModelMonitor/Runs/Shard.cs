namespace ModelMonitor.Runs;

/// <summary>A piece of a run that one worker profiles: some objects, or parts of them, in key order.</summary>
/// <param name="StateKey">
/// Where its state is stored: a hash of what it reads and how, so that work already done is found again.
/// </param>
/// <param name="Segments">What is read.</param>
public sealed record Shard(string StateKey, IReadOnlyList<ShardSegment> Segments)
{
    /// <summary>The bytes of all segments.</summary>
    public long Bytes => Segments.Sum(segment => segment.Length);
}
