using System.Diagnostics;

namespace ModelMonitor.Statistics;

/// <summary>A sample of a column of numbers from which ranks and quantiles are estimated, in bounded memory.</summary>
/// <remarks>
/// The KLL sketch (Karnin, Lang, Liberty 2016) in the deterministic form of Deequ's
/// <c>QuantileNonSample</c>, so that its buffers equal those in SageMaker's <c>statistics.json</c>:
/// <list type="number">
/// <item>Level h holds items of weight 2^h; its capacity is 2·(⌈k·c^h / 2⌉ + 1).</item>
/// <item>An item is appended to level 0. When the items of all levels exceed the capacity of all levels,
/// the lowest level that has reached its own capacity is compacted, once.</item>
/// <item>Compaction sorts the level's items (but for the last, if their number is odd, which stays), and appends
/// every other one to the next level.</item>
/// <item>It starts at the first or the second of each pair by turns: 0, 1, 1, 0, 0, 1, 1 …</item>
/// <item>The weights always sum to the number of items added.</item>
/// </list>
/// Up to 2,050 items (k = 2048) the sketch is the column itself, in order.
/// </remarks>
public sealed partial class KllSketch : IMergeableState<KllSketch>
{
    /// <summary>The size parameter of SageMaker Model Monitor's sketches.</summary>
    public const int DefaultK = 2048;

    /// <summary>The shrinking factor of SageMaker Model Monitor's sketches.</summary>
    public const double DefaultC = 0.64;

    /// <summary>The largest size parameter accepted.</summary>
    public const int MaximumK = 1 << 20;

    private const int MaximumLevels = 53;

    private const int FirstPooledLevel = 2;

    private Level[] _levels = [new(isPooled: false)];
    private int _size;
    private int _totalCapacity;

    /// <summary>Creates an empty sketch.</summary>
    /// <param name="k">Size parameter, from 1 to <see cref="MaximumK"/>: the rank error shrinks about as 1/k.</param>
    /// <param name="c">Shrinking factor of the capacities from level to level, in (0.5, 1).</param>
    public KllSketch(int k = DefaultK, double c = DefaultC)
    {
        if (!AreParametersValid(k, c))
        {
            throw new ArgumentException($"A sketch has a k from 1 to {MaximumK} and a c between 0.5 and 1, but they are {k} and {c}.");
        }

        K = k;
        C = c;
        _totalCapacity = TotalCapacity(1);
    }

    /// <summary>Size parameter.</summary>
    public int K { get; }

    /// <summary>Shrinking factor.</summary>
    public double C { get; }

    /// <summary>How many numbers were added, here and in all merged sketches.</summary>
    public long Count { get; private set; }

    /// <summary>Items that the buffers of all levels have room for: what the sketch costs, at eight bytes each.</summary>
    internal int BufferLength => _levels.Sum(level => level.BufferLength);

    /// <summary>Number of levels, at least 1.</summary>
    public int LevelCount => _levels.Length;

    /// <summary>The items of a level in buffer order; each stands for 2^level numbers.</summary>
    public ReadOnlySpan<double> GetLevel(int level) => _levels[level].Items;

    /// <summary>True while no item was dropped, so that ranks and quantiles are exact.</summary>
    public bool IsExact => _levels.Length == 1;

    /// <summary>
    /// The 99 % bound of the error of a rank, as a share of <see cref="Count"/>; 0 while <see cref="IsExact"/>.
    /// </summary>
    /// <remarks>
    /// A compaction of level h moves a rank by 2^h or not at all, up and down by turns, and takes at least as many
    /// items as the level's capacity, so that n items make at most n / (2^h · capacity) of them, merges included.
    /// Hence, in rows of random order, a variance of at most n · Σ 2^h / (2 · capacity). The constants published for KLL sketches
    /// do not hold here: those give the highest level the largest capacity, Deequ the lowest. So the bound
    /// grows with n: for k = 2048 it is 0.2 % of 20,000 rows, 0.5 % of a million, 1 % of 16 million.
    /// </remarks>
    public double NormalizedRankError
    {
        get
        {
            const double Normal99 = 2.5758293035489004; // the 0.995 quantile of the normal distribution
            double sum = 0.0;
            for (int h = 0; h < _levels.Length - 1; h++)
            {
                sum += Math.ScaleB(1.0, h) / (2.0 * Capacity(h));
            }

            return Count == 0 ? 0.0 : Normal99 * Math.Sqrt(sum / Count);
        }
    }

    /// <inheritdoc />
    public static KllSketch CreateEmpty() => new();

    /// <summary>Restores a sketch from the levels of a <c>statistics.json</c>.</summary>
    /// <param name="levels">The items of each level, level 0 first, none of them NaN.</param>
    /// <param name="k">Size parameter.</param>
    /// <param name="c">Shrinking factor.</param>
    /// <exception cref="ArgumentException">
    /// A parameter is out of range, an item is NaN, or the items stand for more than <see cref="StateReader.MaximumCount"/> numbers.
    /// </exception>
    public static KllSketch FromLevels(IReadOnlyList<double[]> levels, int k = DefaultK, double c = DefaultC)
    {
        KllSketch sketch = new(k, c);
        if (levels.Count == 0)
        {
            return sketch;
        }

        if (!AreLevelsValid(levels))
        {
            throw new ArgumentException("The levels of a sketch hold NaN or stand for too many numbers.", nameof(levels));
        }

        sketch._levels = new Level[levels.Count];
        for (int h = 0; h < levels.Count; h++)
        {
            sketch._levels[h] = new Level(h >= FirstPooledLevel);
            sketch._levels[h].Append(levels[h]);
            sketch._size += levels[h].Length;
            sketch.Count += (long)levels[h].Length << h;
        }

        sketch._totalCapacity = sketch.TotalCapacity(levels.Count);
        return sketch;
    }

    /// <summary>Adds one number, not NaN.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Adds numbers in order, none of them NaN.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        Count += values.Length;
        while (!values.IsEmpty)
        {
            // One more than fits triggers the compaction.
            int taken = Math.Clamp(_totalCapacity + 1 - _size, 1, values.Length);
            _levels[0].Append(values[..taken]);
            _size += taken;
            values = values[taken..];
            // Once is enough, but for levels that came from elsewhere and were too full already.
            while (_size > _totalCapacity)
            {
                Condense();
            }
        }
    }

    private static bool AreParametersValid(int k, double c) => k is >= 1 and <= MaximumK && c > 0.5 && c < 1.0;

    private static bool AreLevelsValid(IReadOnlyList<double[]> levels)
    {
        UInt128 count = 0;
        bool numbers = levels.Count <= MaximumLevels;
        for (int h = 0; h < levels.Count && numbers; h++)
        {
            count += (UInt128)levels[h].Length << h;
            numbers = !levels[h].AsSpan().ContainsAnyExceptInRange(double.NegativeInfinity, double.PositiveInfinity);
        }

        return numbers && count <= StateReader.MaximumCount;
    }

    private int Capacity(int level) => 2 * ((int)Math.Ceiling(K * Math.Pow(C, level) / 2.0) + 1);

    private int TotalCapacity(int levels)
    {
        int total = 0;
        for (int h = 0; h < levels; h++)
        {
            total += Capacity(h);
        }

        return total;
    }

    private void AddLevel()
    {
        _levels = [.. _levels, new Level(_levels.Length >= FirstPooledLevel)];
        _totalCapacity += Capacity(_levels.Length - 1);
    }

    /// <summary>Compacts the lowest full level into the next. One is full whenever all together have reached their capacity.</summary>
    private void Condense()
    {
        for (int h = 0; h < _levels.Length; h++)
        {
            if (_levels[h].Count >= Capacity(h))
            {
                if (h + 1 == _levels.Length)
                {
                    AddLevel();
                }

                _size -= _levels[h].CompactInto(_levels[h + 1]);
                if (h >= FirstPooledLevel)
                {
                    _levels[h].Trim();
                }

                return;
            }
        }

        throw new UnreachableException("No level is full.");
    }
}
