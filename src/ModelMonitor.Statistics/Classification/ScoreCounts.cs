using System.Numerics;
using System.Runtime.InteropServices;

namespace ModelMonitor.Statistics.Classification;

/// <summary>How often each probability occurs, by label: exact up to a bound of distinct ones, in ordered bins beyond it.</summary>
/// <remarks>
/// Bins are made by dropping bits of <see cref="ScoreKey"/>, as few as leave no more than <see cref="Bound"/> keys. How many that are
/// depends on the set of probabilities alone, since no part of the rows needs more than the whole: merging in any
/// order gives the same counts.
/// </remarks>
public sealed class ScoreCounts : IMergeableState<ScoreCounts>
{
    /// <summary>The most distinct probabilities or bins unless told otherwise, and at all.</summary>
    public const int DefaultBound = 100_000;

    private const int SmallestBound = 16;

    private readonly Dictionary<long, Tally> _tallies = [];
    private int _level;

    /// <summary>Creates the counts of no rows.</summary>
    /// <param name="bound">The most distinct probabilities or bins, from 16 to <see cref="DefaultBound"/>. Of counts that are merged, the smallest holds.</param>
    public ScoreCounts(int bound = DefaultBound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, SmallestBound);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bound, DefaultBound);
        Bound = bound;
    }

    private static ReadOnlySpan<byte> Tag => "SCOR"u8;

    /// <summary>The most distinct probabilities or bins.</summary>
    public int Bound { get; private set; }

    /// <summary>Whether every probability is counted on its own.</summary>
    public bool IsExact => _level == 0;

    /// <summary>How many probabilities or bins there are.</summary>
    public int Count => _tallies.Count;

    /// <inheritdoc />
    public static ScoreCounts CreateEmpty() => new();

    /// <summary>Counts a row.</summary>
    /// <param name="probability">Its probability, from 0 to 1.</param>
    /// <param name="isPositive">Its label.</param>
    public void Add(double probability, bool isPositive)
    {
        ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, ScoreKey.Of(probability) >> _level, out bool exists);
        if (isPositive)
        {
            tally.Positives++;
        }
        else
        {
            tally.Negatives++;
        }

        if (!exists && _tallies.Count > Bound)
        {
            Coarsen();
        }
    }

    /// <summary>The tallies in ascending order of the score.</summary>
    public ScoreTally[] ToAscending()
    {
        ScoreTally[] tallies = new ScoreTally[_tallies.Count];
        int next = 0;
        foreach (long key in SortedKeys())
        {
            Tally tally = _tallies[key];
            tallies[next++] = new ScoreTally(ScoreKey.ToProbability(key, _level), tally.Positives, tally.Negatives);
        }

        return tallies;
    }

    /// <inheritdoc />
    public void MergeFrom(ScoreCounts other)
    {
        Bound = Math.Min(Bound, other.Bound);
        if (other._level > _level)
        {
            DropBits(other._level - _level);
        }

        foreach ((long key, Tally tally) in other._tallies)
        {
            Take(key >> (_level - other._level), tally);
            if (_tallies.Count > Bound)
            {
                Coarsen();
            }
        }

        if (_tallies.Count > Bound)
        {
            Coarsen();
        }
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt32(Bound);
        writer.WriteByte((byte)_level);
        writer.WriteInt32(_tallies.Count);
        foreach (long key in SortedKeys())
        {
            Tally tally = _tallies[key];
            writer.WriteInt64(key);
            writer.WriteInt64(tally.Positives);
            writer.WriteInt64(tally.Negatives);
        }
    }

    /// <inheritdoc />
    public static ScoreCounts ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        int bound = reader.ReadInt32();
        int level = reader.ReadByte();
        int count = reader.ReadLength(3 * sizeof(long));
        if (bound is < SmallestBound or > DefaultBound || level > ScoreKey.HighestLevel || count > bound)
        {
            throw new CorruptStateException($"{count} scores of level {level} were stored, of at most {bound}.");
        }

        ScoreCounts counts = new(bound) { _level = level };
        long before = -1;
        for (int i = 0; i < count; i++)
        {
            long key = reader.ReadInt64();
            Tally tally = new() { Positives = reader.ReadCount(), Negatives = reader.ReadCount() };
            if (key <= before || !ScoreKey.IsValid(key, level) || tally.Positives + tally.Negatives == 0)
            {
                throw new CorruptStateException("Scores were stored that are out of order, or of no row.");
            }

            counts._tallies.Add(key, tally);
            before = key;
        }

        return counts;
    }

    /// <summary>Drops as few bits as leave no more keys than the bound allows.</summary>
    private void Coarsen()
    {
        // Neighbours fall together at the level of the highest bit in which they differ.
        long[] keys = SortedKeys();
        Span<int> joined = stackalloc int[65];
        for (int i = 1; i < keys.Length; i++)
        {
            joined[64 - BitOperations.LeadingZeroCount((ulong)(keys[i] ^ keys[i - 1]))]++;
        }

        int level = 0;
        for (int left = keys.Length; left > Bound; left -= joined[level])
        {
            level++;
        }

        DropBits(level);
    }

    private void DropBits(int bits)
    {
        KeyValuePair<long, Tally>[] tallies = [.. _tallies];
        _tallies.Clear();
        _level += bits;
        foreach ((long key, Tally tally) in tallies)
        {
            Take(key >> bits, tally);
        }
    }

    private void Take(long key, Tally tally)
    {
        ref Tally mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, key, out _);
        mine.Positives += tally.Positives;
        mine.Negatives += tally.Negatives;
    }

    private long[] SortedKeys()
    {
        long[] keys = [.. _tallies.Keys];
        Array.Sort(keys);
        return keys;
    }

    private struct Tally
    {
        public long Positives;
        public long Negatives;
    }
}
