using ModelMonitor.Statistics;

namespace ModelMonitor.GroundTruth;

/// <summary>A sample of the events of a window by their ids, and which of them have a label: those whose hashes are the smallest.</summary>
/// <remarks>
/// A bottom-k sketch (Cohen and Kaplan 2007): every event is as likely as any other to be in it, and it is the same however
/// the events were divided. A share estimated from it has a standard error of at most 1 / (2 · √k), 0.8 %; of no more
/// than <see cref="Capacity"/> events it is exact.
/// </remarks>
public sealed class PredictionSample : IMergeableState<PredictionSample>
{
    /// <summary>The most events held, k.</summary>
    public const int Capacity = 4096;

    private readonly Dictionary<ulong, bool> _events = [];

    // Of the events known, those at or above it are too many; all smaller ones are held.
    private ulong _limit = ulong.MaxValue;

    private static ReadOnlySpan<byte> Tag => "PSMP"u8;

    /// <summary>The hashes held, ascending, each with whether its event has a label.</summary>
    public IReadOnlyList<(ulong Hash, bool IsLabelled)> Events
    {
        get
        {
            Prune();
            return [.. _events.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)];
        }
    }

    /// <summary>Whether there may be more events than are held, so that shares are estimates.</summary>
    public bool IsFull
    {
        get
        {
            Prune();
            return _events.Count == Capacity;
        }
    }

    /// <inheritdoc />
    public static PredictionSample CreateEmpty() => new();

    /// <summary>What stands for an event in the sample.</summary>
    /// <param name="id">The hash of its id.</param>
    public static ulong HashOf(UInt128 id) => (ulong)id;

    /// <summary>Takes in an event; again is the same as once.</summary>
    /// <param name="id">The hash of its id.</param>
    /// <param name="isLabelled">Whether it has a label.</param>
    public void Add(UInt128 id, bool isLabelled) => Add(HashOf(id), isLabelled);

    /// <inheritdoc />
    public void MergeFrom(PredictionSample other)
    {
        foreach ((ulong hash, bool isLabelled) in other._events)
        {
            Add(hash, isLabelled);
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        IReadOnlyList<(ulong Hash, bool IsLabelled)> events = Events;
        writer.WriteInt32(events.Count);
        foreach ((ulong hash, bool isLabelled) in events)
        {
            writer.WriteInt64((long)hash);
            writer.WriteFlag(isLabelled);
        }
    }

    /// <inheritdoc />
    public static PredictionSample ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        int count = reader.ReadLength(sizeof(long) + 1);
        if (count > Capacity)
        {
            throw new CorruptStateException($"A sample of {count} predictions was stored; it holds at most {Capacity}.");
        }

        PredictionSample sample = new();
        ulong before = 0;
        for (int i = 0; i < count; i++)
        {
            ulong hash = (ulong)reader.ReadInt64();
            if (i > 0 && hash <= before)
            {
                throw new CorruptStateException("A sample of predictions is not in order.");
            }

            before = hash;
            sample._events.Add(hash, reader.ReadFlag());
        }

        sample.SetLimit();
        return sample;
    }

    private void Add(ulong hash, bool isLabelled)
    {
        if (hash > _limit)
        {
            return;
        }

        _events[hash] = isLabelled || _events.GetValueOrDefault(hash);
        if (_events.Count >= 2 * Capacity)
        {
            Prune();
        }
    }

    private void Prune()
    {
        if (_events.Count > Capacity)
        {
            ulong[] hashes = [.. _events.Keys];
            Array.Sort(hashes);
            foreach (ulong hash in hashes.AsSpan(Capacity))
            {
                _events.Remove(hash);
            }
        }

        SetLimit();
    }

    private void SetLimit()
    {
        if (_events.Count == Capacity)
        {
            _limit = Math.Min(_limit, _events.Keys.Max());
        }
    }
}
