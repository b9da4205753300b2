using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Runs;

/// <summary>What profiling a shard leaves behind: the monitor kind's state, and what reading came to.</summary>
/// <typeparam name="TState">The state of the monitor kind.</typeparam>
public sealed class ShardState<TState> : IMergeableState<ShardState<TState>>
    where TState : IMergeableState<TState>
{
    /// <summary>Creates the state.</summary>
    public ShardState(TState content, ReadingReport reading)
    {
        Content = content;
        Reading = reading;
    }

    private static ReadOnlySpan<byte> Tag => "SHRD"u8;

    /// <summary>The state of the monitor kind.</summary>
    public TState Content { get; }

    /// <summary>What reading came to.</summary>
    public ReadingReport Reading { get; }

    /// <summary>What joining the rows with labels came to; null where that was not asked for.</summary>
    public GroundTruthState? GroundTruth { get; set; }

    /// <summary>How long the reading took, in milliseconds, of all that was merged.</summary>
    public long WorkMilliseconds { get; private set; }

    /// <summary>When the reading was over, UTC; of what was merged, the latest. Null when nothing was read.</summary>
    public DateTimeOffset? ProfiledAt { get; private set; }

    /// <summary>Notes what the reading took.</summary>
    /// <param name="startedAt">When it began.</param>
    /// <param name="endedAt">When it was over.</param>
    public void NoteWork(DateTimeOffset startedAt, DateTimeOffset endedAt)
    {
        // A clock that was set back in between takes no work away.
        WorkMilliseconds += Math.Max(0, (long)(endedAt - startedAt).TotalMilliseconds);
        ProfiledAt = ProfiledAt > endedAt ? ProfiledAt : endedAt;
    }

    /// <inheritdoc />
    static ShardState<TState> IMergeableState<ShardState<TState>>.CreateEmpty() => new(TState.CreateEmpty(), ReadingReport.CreateEmpty());

    /// <inheritdoc />
    public void MergeFrom(ShardState<TState> other)
    {
        Content.MergeFrom(other.Content);
        Reading.MergeFrom(other.Reading);
        if (other.GroundTruth is not null)
        {
            GroundTruth ??= GroundTruthState.CreateEmpty();
            GroundTruth.MergeFrom(other.GroundTruth);
        }

        WorkMilliseconds += other.WorkMilliseconds;
        ProfiledAt = other.ProfiledAt is null || ProfiledAt > other.ProfiledAt ? ProfiledAt : other.ProfiledAt;
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        // The layout of states without ground truth is that of before there was any.
        writer.WriteHeader(Tag, version: GroundTruth is null ? (byte)2 : (byte)3);
        Content.WriteTo(ref writer);
        Reading.WriteTo(ref writer);
        writer.WriteInt64(WorkMilliseconds);
        writer.WriteTime(ProfiledAt);
        GroundTruth?.WriteTo(ref writer);
    }

    /// <inheritdoc />
    static ShardState<TState> IMergeableState<ShardState<TState>>.ReadFrom(ref StateReader reader)
    {
        byte version = reader.ReadHeader(Tag, newestVersion: 3);
        ShardState<TState> state = new(TState.ReadFrom(ref reader), ReadingReport.ReadFrom(ref reader));
        if (version > 1)
        {
            state.WorkMilliseconds = reader.ReadCount();
            state.ProfiledAt = reader.ReadTime();
        }

        if (version > 2)
        {
            state.GroundTruth = GroundTruthState.ReadFrom(ref reader);
        }

        return state;
    }
}
