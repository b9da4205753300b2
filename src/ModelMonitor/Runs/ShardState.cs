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

    /// <inheritdoc />
    static ShardState<TState> IMergeableState<ShardState<TState>>.CreateEmpty() => new(TState.CreateEmpty(), ReadingReport.CreateEmpty());

    /// <inheritdoc />
    public void MergeFrom(ShardState<TState> other)
    {
        Content.MergeFrom(other.Content);
        Reading.MergeFrom(other.Reading);
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        Content.WriteTo(ref writer);
        Reading.WriteTo(ref writer);
    }

    /// <inheritdoc />
    static ShardState<TState> IMergeableState<ShardState<TState>>.ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        return new ShardState<TState>(TState.ReadFrom(ref reader), ReadingReport.ReadFrom(ref reader));
    }
}
