using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>Gets states, several at once, and merges them in a fixed order.</summary>
internal static class OrderedMerge
{
    /// <summary>Gets and merges the states of some shards.</summary>
    /// <remarks>A shard waits until those far before it are merged, so that memory does not grow with the number of shards.</remarks>
    /// <param name="shards">The shards, in the order of merging.</param>
    /// <param name="workers">How many states are got at once; as many again may wait for their turn.</param>
    /// <param name="get">Gets the state of a shard.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The merged state; null when there are no shards.</returns>
    public static async Task<ShardState<TState>?> RunAsync<TState>(
        IEnumerable<Shard> shards,
        int workers,
        Func<Shard, CancellationToken, Task<ShardState<TState>>> get,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using SemaphoreSlim free = new(workers);
        Queue<Task<ShardState<TState>>> running = new();
        ShardState<TState>? merged = null;
        try
        {
            foreach (Shard shard in shards)
            {
                if (running.Count == 2 * workers)
                {
                    merged = Merge(merged, await running.Dequeue().ConfigureAwait(false));
                }

                running.Enqueue(Task.Run(() => WorkAsync(shard), CancellationToken.None));
            }

            while (running.Count > 0)
            {
                merged = Merge(merged, await running.Dequeue().ConfigureAwait(false));
            }
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return merged;

        async Task<ShardState<TState>> WorkAsync(Shard shard)
        {
            await free.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                return await get(shard, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                free.Release();
            }
        }
    }

    private static ShardState<TState> Merge<TState>(ShardState<TState>? merged, ShardState<TState> next)
        where TState : IMergeableState<TState>
    {
        if (merged is null)
        {
            return next;
        }

        merged.MergeFrom(next);
        return merged;
    }
}
