using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Reads the states of shards that were stored.</summary>
internal static class StateStore
{
    /// <summary>What the states that are read ahead of merging may take, in bytes.</summary>
    private const long AheadBytes = 64L << 20;

    private const int MostWorkers = 16;

    /// <summary>Reads a stored state; null when it is damaged or gone, so that the shard is profiled anew.</summary>
    public static async Task<ShardState<TState>?> FindAsync<TState>(
        IObjectStore store, string key, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        byte[]? bytes = await store.TryReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return bytes is null ? null : StateFile.FromBytes<ShardState<TState>>(bytes);
        }
        catch (CorruptStateException)
        {
            return null;
        }
    }

    /// <summary>Reads the states of a plan's shards and merges them in the order of the plan.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="shards">The shards.</param>
    /// <param name="onState">Told of each state before it is merged, in any order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The merged state; null when there are no shards.</returns>
    /// <exception cref="InvalidDataException">A state is not there, or damaged.</exception>
    public static async Task<ShardState<TState>?> MergeAsync<TState>(
        IObjectStore store, IReadOnlyList<Shard> shards, Action<ShardState<TState>> onState, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        if (shards.Count == 0)
        {
            return null;
        }

        // The states of a run are of about one size, and the first one tells it.
        StoredObject? first = await store.FindAsync(shards[0].StateKey, cancellationToken).ConfigureAwait(false);
        int workers = (int)Math.Clamp(AheadBytes / Math.Max(1, 2 * (first?.Size ?? 0)), 1, MostWorkers);
        return await OrderedMerge.RunAsync<TState>(
            shards,
            workers,
            async (shard, stop) =>
            {
                ShardState<TState> state = await FindAsync<TState>(store, shard.StateKey, stop).ConfigureAwait(false)
                    ?? throw new InvalidDataException(
                        $"The state {shard.StateKey} is not there, or damaged; start the run of this window again.");
                onState(state);
                return state;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
