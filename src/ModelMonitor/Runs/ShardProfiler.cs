using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Reads shards into states.</summary>
public static class ShardProfiler
{
    /// <summary>Profiles one shard; with <see cref="RunSettings.KeepStates"/> its state is stored, or taken if it is there and sound.</summary>
    /// <param name="plan">The plan the shard is of.</param>
    /// <param name="shard">What to read.</param>
    /// <param name="profiler">The kind of monitor.</param>
    /// <param name="settings">Where to read from and where states are kept.</param>
    /// <param name="onBytes">Told how many bytes were read since it was last told.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is stored then.</param>
    public static async Task<ShardState<TState>> ProfileAsync<TState>(
        RunPlan plan,
        Shard shard,
        IRowProfiler<TState> profiler,
        RunSettings settings,
        Action<long>? onBytes,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        StoredObject? stored = settings.KeepStates
            ? await settings.Artifacts.FindAsync(shard.StateKey, cancellationToken).ConfigureAwait(false)
            : null;
        if (stored is not null
            && await ReadAsync<TState>(stored.Key, settings, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            onBytes?.Invoke(shard.Bytes);
            return kept;
        }

        ColumnSet columns = new(plan.Columns);
        ShardState<TState> state = new(profiler.CreateState(columns), new ReadingReport());
        ObjectReader reader = new(plan, columns, profiler.GetSink(state.Content), state.Reading);
        foreach (ShardSegment segment in shard.Segments)
        {
            await reader.ReadAsync(settings.Input, segment, onBytes, cancellationToken).ConfigureAwait(false);
        }

        if (settings.KeepStates)
        {
            PutCondition condition = stored is null ? PutCondition.Absent : PutCondition.Matching(stored.ETag);
            await settings.Artifacts.PutAsync(
                shard.StateKey, StateFile.ToBytes(state), condition, cancellationToken).ConfigureAwait(false);
        }

        return state;
    }

    /// <summary>Profiles all shards of a plan, several at once, and merges their states in the order of the plan.</summary>
    /// <remarks>A shard waits until those far before it are merged, so that memory does not grow with the number of shards.</remarks>
    /// <returns>The merged state; null when the plan has no shards.</returns>
    public static async Task<ShardState<TState>?> ProfileAllAsync<TState>(
        RunPlan plan,
        IRowProfiler<TState> profiler,
        RunSettings settings,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        long bytesDone = 0;
        Action<long>? onBytes = progress is null
            ? null
            : bytes => progress.Report(new RunProgress(Interlocked.Add(ref bytesDone, bytes), plan.TotalBytes));

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using SemaphoreSlim workers = new(settings.Threads);
        Queue<Task<ShardState<TState>>> running = new();
        ShardState<TState>? merged = null;
        try
        {
            foreach (Shard shard in plan.Shards)
            {
                if (running.Count == 2 * settings.Threads)
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
            await workers.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                return await ProfileAsync(plan, shard, profiler, settings, onBytes, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                workers.Release();
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

    /// <summary>Reads a stored state; null when it is damaged or gone, so that the shard is profiled anew.</summary>
    private static async Task<ShardState<TState>?> ReadAsync<TState>(
        string key, RunSettings settings, CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        try
        {
            byte[] bytes = await settings.Artifacts.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
            return StateFile.FromBytes<ShardState<TState>>(bytes);
        }
        catch (Exception exception) when (exception is CorruptStateException or FileNotFoundException)
        {
            return null;
        }
    }
}
