namespace ModelMonitor.Statistics;

/// <summary>The items of a sketch in ascending order with their cumulative weights: the form that answers queries.</summary>
public sealed class SortedView
{
    private readonly double[] _values;
    private readonly long[] _ranks;

    /// <summary>Sorts the items of a sketch; later changes of the sketch are not seen.</summary>
    public SortedView(KllSketch sketch)
    {
        int size = 0;
        for (int h = 0; h < sketch.LevelCount; h++)
        {
            size += sketch.GetLevel(h).Length;
        }

        double[] values = new double[size];
        long[] weights = new long[size];
        int next = 0;
        for (int h = 0; h < sketch.LevelCount; h++)
        {
            sketch.GetLevel(h).CopyTo(values.AsSpan(next));
            weights.AsSpan(next, sketch.GetLevel(h).Length).Fill(1L << h);
            next += sketch.GetLevel(h).Length;
        }

        Array.Sort(values, weights);

        int distinct = 0;
        long rank = 0;
        for (int i = 0; i < size; i++)
        {
            rank += weights[i];
            if (i + 1 == size || values[i + 1] != values[i])
            {
                values[distinct] = values[i] + 0.0; // Makes a negative zero, equal to zero, the one zero.
                weights[distinct] = rank;
                distinct++;
            }
        }

        _values = values.AsSpan(0, distinct).ToArray();
        _ranks = weights.AsSpan(0, distinct).ToArray();
        NormalizedRankError = sketch.NormalizedRankError;
    }

    /// <summary>Takes distinct values in ascending order and their inclusive ranks.</summary>
    internal SortedView(double[] values, long[] ranks)
    {
        _values = values;
        _ranks = ranks;
    }

    /// <summary>The 99 % bound of the error of a rank that the sketch makes, as a share of the weight; 0 while it is exact.</summary>
    public double NormalizedRankError { get; }

    /// <summary>The distinct values, ascending.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The inclusive rank of each of <see cref="Values"/>: the weight of all items not above it.</summary>
    public ReadOnlySpan<long> Ranks => _ranks;

    /// <summary>The weight of all items: how many numbers the sketch has seen; 0 for an empty one.</summary>
    public long TotalWeight => _ranks.Length == 0 ? 0 : _ranks[^1];

    /// <summary>The weight of all items not above <paramref name="value"/>.</summary>
    public long Rank(double value)
    {
        int index = Array.BinarySearch(_values, value);
        index = index >= 0 ? index : ~index - 1;
        return index < 0 ? 0 : _ranks[index];
    }

    /// <summary>The weight of all items below <paramref name="value"/>.</summary>
    public long RankExclusive(double value)
    {
        int index = Array.BinarySearch(_values, value);
        index = (index >= 0 ? index : ~index) - 1;
        return index < 0 ? 0 : _ranks[index];
    }

    /// <summary>The smallest value whose inclusive rank reaches <paramref name="q"/> of the weight; NaN for an empty sketch.</summary>
    /// <param name="q">The share, in [0, 1].</param>
    public double Quantile(double q)
    {
        if (_values.Length == 0)
        {
            return double.NaN;
        }

        double target = q * TotalWeight;
        int low = 0;
        int high = _ranks.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranks[middle] >= target)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return _values[low];
    }
}
