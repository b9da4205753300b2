using ModelMonitor.GroundTruth;
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
        if (plan.RowsFingerprint != profiler.RowsFingerprint)
        {
            throw new ConfigurationException(
                $"monitor {plan.Monitor}", "", "its rules or its script have changed since this run was planned; the next run plans the window again.");
        }

        StoredObject? stored = settings.KeepStates
            ? await settings.Artifacts.FindAsync(shard.StateKey, cancellationToken).ConfigureAwait(false)
            : null;
        if (stored is not null
            && await StateStore.FindAsync<TState>(settings.Artifacts, stored.Key, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            onBytes?.Invoke(shard.Bytes);
            return kept;
        }

        ShardState<TState> state = await ReadAsync(plan, shard, profiler, settings, onBytes, cancellationToken).ConfigureAwait(false);
        if (settings.KeepStates)
        {
            // Of two who profile the same shard at once the first one's state stays: they differ in the time taken only.
            await settings.Artifacts.PutAsync(
                shard.StateKey, StateFile.ToBytes(state), PutCondition.Unchanged(stored), cancellationToken).ConfigureAwait(false);
        }

        return state;
    }

    /// <summary>Profiles all shards of a plan, several at once, and merges their states in the order of the plan.</summary>
    /// <returns>The merged state; null when the plan has no shards.</returns>
    public static Task<ShardState<TState>?> ProfileAllAsync<TState>(
        RunPlan plan,
        IRowProfiler<TState> profiler,
        RunSettings settings,
        IProgress<RunProgress>? progress,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        long bytesDone = 0;
        long bytesTotal = plan.Shards.Sum(shard => shard.Bytes);
        Action<long>? onBytes = progress is null
            ? null
            : bytes => progress.Report(new RunProgress(Interlocked.Add(ref bytesDone, bytes), bytesTotal));
        return OrderedMerge.RunAsync(
            plan.Shards,
            settings.Threads,
            (shard, stop) => ProfileAsync(plan, shard, profiler, settings, onBytes, stop),
            cancellationToken);
    }

    private static async Task<ShardState<TState>> ReadAsync<TState>(
        RunPlan plan,
        Shard shard,
        IRowProfiler<TState> profiler,
        RunSettings settings,
        Action<long>? onBytes,
        CancellationToken cancellationToken)
        where TState : IMergeableState<TState>
    {
        DateTimeOffset startedAt = settings.Time.GetUtcNow();
        ColumnSet columns = new(plan.Layouts[shard.Layout].Columns);
        ShardState<TState> state = new(profiler.CreateState(columns), new ReadingReport());
        IRowSink sink = profiler.GetSink(state.Content);
        using LabelJoin? join = JoinOf(plan, profiler, settings, columns, sink, state.Reading);
        sink = join ?? sink;
        ObjectReader reader = new(
            plan, shard, columns, sink, state.Reading, profiler.CreatePreprocessor(state.Content, sink, state.Reading), keepsEvents: join is not null);
        SegmentOpener opener = new(settings.Input, shard.Segments, cancellationToken);
        await using (opener.ConfigureAwait(false))
        {
            while (await opener.NextAsync().ConfigureAwait(false) is { } opened)
            {
                await using (opened.ConfigureAwait(false))
                {
                    reader.Read(opened, onBytes, cancellationToken);
                }
            }
        }

        if (join is not null)
        {
            // Before the state is stored: whoever finds that need not look for these.
            await new MergedRecordWriter(plan, shard, settings).WriteAsync(profiler.Labels!.Field, cancellationToken).ConfigureAwait(false);
            state.GroundTruth = await JoinAsync(plan, join, profiler.Labels!, settings.GroundTruth!, cancellationToken).ConfigureAwait(false);
        }

        state.NoteWork(startedAt, settings.Time.GetUtcNow());
        return state;
    }

    private static LabelJoin? JoinOf<TState>(
        RunPlan plan, IRowProfiler<TState> profiler, RunSettings settings, ColumnSet columns, IRowSink sink, ReadingReport report)
        where TState : IMergeableState<TState>
    {
        if (plan.LabelsFingerprint is null)
        {
            return null;
        }

        return settings.GroundTruth is { } truth && profiler.Labels is { } request
            ? new LabelJoin(columns, request, truth, sink, report)
            : throw new ConfigurationException(
                $"monitor {plan.Monitor}", "", "its ground truth has changed since this run was planned; the next run plans the window again.");
    }

    private static async Task<GroundTruthState> JoinAsync(
        RunPlan plan, LabelJoin join, LabelRequest request, GroundTruthSource truth, CancellationToken cancellationToken)
    {
        GroundTruthState state = GroundTruthState.CreateEmpty();
        ReadingReport reading = new();
        long labels = await LabelObjectsReader.ReadAsync(
            truth, request.Field, plan.Labels, join, reading, onObject: null, cancellationToken).ConfigureAwait(false);
        state.NoteLabels(labels, reading);
        join.Complete(state, cancellationToken);
        return state;
    }
}
