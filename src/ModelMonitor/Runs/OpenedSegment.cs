namespace ModelMonitor.Runs;

/// <summary>A segment, ready to be read or known not to be readable.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Content">Stands at <see cref="Reading.ByteRange.ReadFrom"/>; null when there is a fault.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
internal sealed record OpenedSegment(ShardSegment Segment, Stream? Content, string? Fault) : IAsyncDisposable
{
    /// <summary>Closes the content.</summary>
    public ValueTask DisposeAsync() => Content?.DisposeAsync() ?? ValueTask.CompletedTask;
}
