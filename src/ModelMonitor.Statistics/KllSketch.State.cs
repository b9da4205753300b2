namespace ModelMonitor.Statistics;

public sealed partial class KllSketch
{
    private static ReadOnlySpan<byte> Tag => "KLLS"u8;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The parameters k and c of the two sketches differ.</exception>
    public void MergeFrom(KllSketch other)
    {
        if (other.K != K || other.C != C)
        {
            throw new ArgumentException($"A sketch of k {other.K}, c {other.C} cannot be merged into one of k {K}, c {C}.", nameof(other));
        }

        if (other.Count == 0)
        {
            return;
        }

        if (Count == 0)
        {
            // Merging into nothing is copying, so that a run of one shard has that shard's very items.
            CopyFrom(other);
            return;
        }

        while (_levels.Length < other._levels.Length)
        {
            AddLevel();
        }

        for (int h = 0; h < other._levels.Length; h++)
        {
            _levels[h].Append(other._levels[h].Items);
        }

        _size += other._size;
        Count += other.Count;
        while (_size >= _totalCapacity)
        {
            Condense();
        }
    }

    private void CopyFrom(KllSketch other)
    {
        _levels = new Level[other._levels.Length];
        for (int h = 0; h < _levels.Length; h++)
        {
            _levels[h] = new Level(h >= FirstPooledLevel) { TimesCompacted = other._levels[h].TimesCompacted };
            _levels[h].Append(other._levels[h].Items);
        }

        _size = other._size;
        _totalCapacity = other._totalCapacity;
        Count = other.Count;
    }

    /// <inheritdoc />
    public void WriteTo(ref StateWriter writer)
    {
        writer.WriteHeader(Tag, version: 1);
        writer.WriteInt32(K);
        writer.WriteDouble(C);
        writer.WriteInt32(_levels.Length);
        foreach (Level level in _levels)
        {
            writer.WriteInt32(level.TimesCompacted);
            writer.WriteDoubles(level.Items);
        }
    }

    /// <inheritdoc />
    public static KllSketch ReadFrom(ref StateReader reader)
    {
        reader.ReadHeader(Tag, newestVersion: 1);
        int k = reader.ReadInt32();
        double c = reader.ReadDouble();
        int count = reader.ReadLength(2 * sizeof(int));
        if (!AreParametersValid(k, c) || count < 1)
        {
            throw new CorruptStateException($"A sketch of k {k}, c {c} and {count} levels cannot be.");
        }

        double[][] levels = new double[count][];
        int[] timesCompacted = new int[count];
        for (int h = 0; h < count; h++)
        {
            timesCompacted[h] = reader.ReadInt32();
            levels[h] = reader.ReadDoubles();
        }

        if (!AreLevelsValid(levels))
        {
            throw new CorruptStateException("The levels of a sketch hold NaN or stand for too many numbers.");
        }

        KllSketch sketch = FromLevels(levels, k, c);
        for (int h = 0; h < count; h++)
        {
            if (timesCompacted[h] < 0 || timesCompacted[h] > sketch.Count >> h)
            {
                throw new CorruptStateException($"Level {h} of a sketch was compacted {timesCompacted[h]} times, it is said.");
            }

            sketch._levels[h].TimesCompacted = timesCompacted[h];
        }

        return sketch;
    }
}
