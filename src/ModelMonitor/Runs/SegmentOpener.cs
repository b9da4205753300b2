using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Opens the segments of a shard one after the other, a few ahead of the reading: a bucket takes its time to answer.</summary>
/// <param name="store">Where the objects are.</param>
/// <param name="segments">The segments.</param>
/// <param name="cancellationToken">Stops the opening.</param>
internal sealed class SegmentOpener(
    IObjectStore store, IReadOnlyList<ShardSegment> segments, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int Ahead = 4;

    private readonly Queue<Task<OpenedSegment>> _opening = new();
    private int _next;

    /// <summary>The next segment, open; null after the last.</summary>
    public async Task<OpenedSegment?> NextAsync()
    {
        while (_opening.Count < Ahead && _next < segments.Count)
        {
            _opening.Enqueue(OpenAsync(segments[_next++]));
        }

        return _opening.Count == 0 ? null : await _opening.Dequeue().ConfigureAwait(false);
    }

    /// <summary>Closes what was opened ahead and not asked for.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Task<OpenedSegment> opening in _opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<OpenedSegment> OpenAsync(ShardSegment segment)
    {
        try
        {
            Stream? content = await store.OpenIfMatchAsync(
                segment.Key, segment.ETag, segment.Range?.ReadFrom ?? 0, cancellationToken).ConfigureAwait(false);
            return new OpenedSegment(
                segment, content, content is null ? "the object has been replaced since the run was planned, and is read when its window is planned again" : null);
        }
        catch (FileNotFoundException)
        {
            return new OpenedSegment(segment, Content: null, "the object was there when the run was planned, and is gone");
        }
    }
}
