using System.Runtime.InteropServices;
using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>Rows for the flip test: all of them while there are few distinct ones, then those with the smallest hashes.</summary>
/// <remarks>
/// Equal rows are one row with a count. A row is told by 128 bits of a hash of its content and ordered by them, so which rows are
/// kept, and how often each occurs, depends on the rows alone and not on how they came.
/// </remarks>
internal sealed class FlipSample
{
    /// <summary>How many distinct rows are kept.</summary>
    public const int Capacity = 2_048;

    /// <summary>How many features there may be; with more there is no sample.</summary>
    public const int MaximumFeatures = 256;

    private readonly Dictionary<UInt128, SampledRow> _rows = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private UInt128 _limit = UInt128.MaxValue;
    private bool _isCut;

    /// <summary>Whether there are too many features.</summary>
    public bool IsOverflowed { get; private set; }

    /// <summary>Whether all rows are in the sample.</summary>
    public bool IsComplete => !_isCut && _rows.Count <= Capacity;

    /// <summary>The features' names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The rows by their hashes, no more than <see cref="Capacity"/>, in the order of those.</summary>
    public List<KeyValuePair<UInt128, SampledRow>> Smallest()
    {
        List<KeyValuePair<UInt128, SampledRow>> rows = [.. _rows];
        rows.Sort((one, other) => one.Key.CompareTo(other.Key));
        return rows.Count > Capacity ? rows[..Capacity] : rows;
    }

    /// <summary>The index of a feature, which is added when new; -1 when there are too many.</summary>
    public int GetOrAdd(string name)
    {
        if (IsOverflowed)
        {
            return -1;
        }

        if (!_indexes.TryGetValue(name, out int index))
        {
            if (_names.Count == MaximumFeatures)
            {
                Overflow();
                return -1;
            }

            index = _names.Count;
            _names.Add(name);
            _indexes.Add(name, index);
        }

        return index;
    }

    /// <summary>Counts a row that is in the sample already, or says whether it belongs there.</summary>
    /// <returns>True when it must be added by <see cref="Add"/>.</returns>
    public bool Wants(UInt128 hash)
    {
        if (hash > _limit || IsOverflowed)
        {
            return false;
        }

        ref SampledRow row = ref CollectionsMarshal.GetValueRefOrNullRef(_rows, hash);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref row))
        {
            return true;
        }

        row.Count++;
        return false;
    }

    /// <summary>Adds a row that <see cref="Wants"/> asked for.</summary>
    public void Add(UInt128 hash, SampledRow row)
    {
        _rows.Add(hash, row);
        if (_rows.Count >= 2 * Capacity)
        {
            Keep(Smallest());
        }
    }

    /// <summary>Takes in another's rows.</summary>
    /// <param name="other">The other.</param>
    /// <param name="classes">For each facet the class here of each class there; null where they are the same.</param>
    public void MergeFrom(FlipSample other, IReadOnlyList<byte[]?> classes)
    {
        if (other.IsOverflowed)
        {
            Overflow();
        }

        int[] features = new int[other._names.Count];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = GetOrAdd(other._names[i]);
        }

        if (IsOverflowed)
        {
            return;
        }

        _isCut |= other._isCut;
        foreach ((UInt128 hash, SampledRow row) in other._rows)
        {
            if (hash > _limit)
            {
                continue;
            }

            if (_rows.TryGetValue(hash, out SampledRow? known))
            {
                known.Count += row.Count;
                continue;
            }

            Add(hash, Translated(row, features, classes));
        }

        if (_isCut && _rows.Count > Capacity)
        {
            Keep(Smallest());
        }
    }

    /// <summary>Writes names and rows in their order.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="places">For each facet the place of each of its classes; null where they stay.</param>
    public void WriteTo(ref StateWriter writer, IReadOnlyList<int[]?> places)
    {
        List<KeyValuePair<UInt128, SampledRow>> rows = Smallest();
        string[] sorted = [.. _names.Order(StringComparer.Ordinal)];
        writer.WriteFlag(IsOverflowed);
        writer.WriteFlag(!IsComplete);
        writer.WriteInt32(sorted.Length);
        foreach (string name in sorted)
        {
            writer.WriteString(name);
        }

        writer.WriteInt32(rows.Count);
        foreach ((UInt128 hash, SampledRow row) in rows)
        {
            writer.WriteInt64((long)(ulong)(hash >> 64));
            writer.WriteInt64((long)(ulong)hash);
            writer.WriteInt64(row.Count);
            writer.WriteByte(row.Prediction);
            for (int facet = 0; facet < row.Facets.Length; facet++)
            {
                writer.WriteByte(places[facet] is { } moved ? (byte)moved[row.Facets[facet]] : row.Facets[facet]);
            }

            foreach (string name in sorted)
            {
                writer.WriteDouble(row[_indexes[name]]);
            }
        }
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="reader">Gives it.</param>
    /// <param name="classes">How many classes each facet has.</param>
    public static FlipSample ReadFrom(ref StateReader reader, IReadOnlyList<int> classes)
    {
        FlipSample sample = new();
        bool isOverflowed = reader.ReadFlag();
        sample._isCut = reader.ReadFlag();
        int names = reader.ReadLength(sizeof(int));
        for (int i = 0; i < names; i++)
        {
            if (isOverflowed || sample.GetOrAdd(reader.ReadString()) != i)
            {
                throw new CorruptStateException("A sample's features are stored twice, or are too many.");
            }
        }

        int count = reader.ReadLength(3 * sizeof(long) + 1 + classes.Count + names * sizeof(double));
        UInt128 before = 0;
        for (int i = 0; i < count; i++)
        {
            UInt128 hash = ReadHash(ref reader);
            if (isOverflowed || count > Capacity || (i > 0 && hash <= before))
            {
                throw new CorruptStateException("A sample's rows are out of order, or too many.");
            }

            sample._rows.Add(hash, ReadRow(ref reader, names, classes));
            before = hash;
        }

        if (sample._isCut && count == Capacity)
        {
            sample._limit = before;
        }

        sample.IsOverflowed = isOverflowed;
        return sample;
    }

    private static UInt128 ReadHash(ref StateReader reader)
    {
        ulong upper = (ulong)reader.ReadInt64();
        return new UInt128(upper, (ulong)reader.ReadInt64());
    }

    private static SampledRow ReadRow(ref StateReader reader, int names, IReadOnlyList<int> classes)
    {
        long count = reader.ReadCount();
        byte prediction = reader.ReadByte();
        byte[] facets = reader.Read(classes.Count).ToArray();
        bool isKnown = count > 0 && prediction < MatchCodes.Count;
        for (int facet = 0; facet < facets.Length; facet++)
        {
            isKnown &= facets[facet] < classes[facet];
        }

        if (!isKnown)
        {
            throw new CorruptStateException("A sampled row is of a class that does not exist.");
        }

        double[] values = new double[names];
        for (int i = 0; i < names; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return new SampledRow { Values = values, Facets = facets, Prediction = prediction, Count = count };
    }

    private SampledRow Translated(SampledRow row, int[] features, IReadOnlyList<byte[]?> classes)
    {
        double[] values = new double[_names.Count];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < row.Values.Length; i++)
        {
            values[features[i]] = row.Values[i];
        }

        byte[] facets = [.. row.Facets.Select((code, facet) => classes[facet] is not { } moved ? code : code < moved.Length ? moved[code] : (byte)0)];
        return new SampledRow { Values = values, Facets = facets, Prediction = row.Prediction, Count = row.Count };
    }

    private void Keep(List<KeyValuePair<UInt128, SampledRow>> smallest)
    {
        _rows.Clear();
        foreach ((UInt128 hash, SampledRow row) in smallest)
        {
            _rows.Add(hash, row);
        }

        _limit = smallest[^1].Key;
        _isCut = true;
    }

    private void Overflow()
    {
        IsOverflowed = true;
        _isCut = false;
        _rows.Clear();
        _names.Clear();
        _indexes.Clear();
    }
}
