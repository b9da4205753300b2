using ModelMonitor.Statistics;

namespace ModelMonitor.Bias;

/// <summary>How many distinct values a column has: exact below <see cref="Capacity"/>, else estimated by the smallest hashes within about 3 %.</summary>
/// <remarks>The k minimum values of Bar-Yossef and others (2002): which hashes are kept depends on the set of values alone.</remarks>
internal sealed class DistinctValues
{
    public const int Capacity = 1024;

    private readonly HashSet<ulong> _hashes = [];
    private ulong _limit = ulong.MaxValue;

    public void Add(ulong hash)
    {
        if (hash <= _limit && _hashes.Add(hash) && _hashes.Count >= 2 * Capacity)
        {
            Keep();
        }
    }

    /// <summary>The number of distinct values.</summary>
    public double Estimate()
    {
        ulong[] smallest = Smallest();
        return smallest.Length < Capacity ? smallest.Length : (Capacity - 1) / (smallest[^1] / Math.Pow(2.0, 64));
    }

    public void MergeFrom(DistinctValues other)
    {
        foreach (ulong hash in other._hashes)
        {
            Add(hash);
        }
    }

    public void WriteTo(ref StateWriter writer)
    {
        ulong[] smallest = Smallest();
        writer.WriteInt32(smallest.Length);
        foreach (ulong hash in smallest)
        {
            writer.WriteInt64((long)hash);
        }
    }

    public static DistinctValues ReadFrom(ref StateReader reader)
    {
        DistinctValues values = new();
        int count = reader.ReadLength(sizeof(long));
        ulong before = 0;
        for (int i = 0; i < count; i++)
        {
            ulong hash = (ulong)reader.ReadInt64();
            if (count > Capacity || (i > 0 && hash <= before))
            {
                throw new CorruptStateException("The hashes of a column's values are not in order, or too many.");
            }

            values._hashes.Add(hash);
            before = hash;
        }

        return values;
    }

    private ulong[] Smallest()
    {
        ulong[] sorted = [.. _hashes];
        Array.Sort(sorted);
        return sorted.Length > Capacity ? sorted[..Capacity] : sorted;
    }

    private void Keep()
    {
        ulong[] smallest = Smallest();
        _hashes.Clear();
        foreach (ulong hash in smallest)
        {
            _hashes.Add(hash);
        }

        _limit = smallest[^1];
    }
}
