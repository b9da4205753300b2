namespace ModelMonitor.Statistics.Tests;

public sealed class KllSketchRankErrorTests
{
    /// <summary>Holds here not only for 99 % but for each of a thousand ranks, whatever the order of rows and the number of shards.</summary>
    [Theory]
    [InlineData(3_000, 1)]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 50)]
    [InlineData(300_000, 1)]
    [InlineData(300_000, 7)]
    [InlineData(300_000, 1_000)]
    [InlineData(1_000_000, 1)]
    public void NormalizedRankError_BoundsTheErrorOfEveryRank(int rows, int shards)
    {
        foreach (double[] numbers in (double[][])[Shuffled(rows, seed: 1), Ascending(rows)])
        {
            KllSketch sketch = new();
            for (int shard = 0; shard < shards; shard++)
            {
                int start = (int)((long)rows * shard / shards);
                int end = (int)((long)rows * (shard + 1) / shards);
                KllSketch part = new();
                part.Add(numbers.AsSpan(start, end - start));
                sketch.MergeFrom(part);
            }

            Assert.Equal(rows, sketch.Count);
            Assert.InRange(LargestRankError(sketch), 0.0, sketch.NormalizedRankError);
        }
    }

    /// <summary>The figures of its documentation.</summary>
    [Theory]
    [InlineData(20_000, 0.0019)]
    [InlineData(1_000_000, 0.0046)]
    public void NormalizedRankError_OfARowCount_IsAsDocumented(int rows, double expected)
    {
        KllSketch sketch = new();
        sketch.Add(Ascending(rows));

        Assert.Equal(expected, sketch.NormalizedRankError, tolerance: 0.00005);
    }

    [Fact]
    public void NormalizedRankError_OfNothing_IsZero() => Assert.Equal(0.0, new KllSketch().NormalizedRankError);

    /// <summary>Of the numbers 0 … n-1, of which exactly x + 1 are not above x.</summary>
    private static double LargestRankError(KllSketch sketch)
    {
        SortedView view = new(sketch);
        double n = view.TotalWeight;
        double largest = 0.0;
        for (int i = 0; i < 1_000; i++)
        {
            double x = Math.Floor(n * i / 1_000);
            largest = Math.Max(largest, Math.Abs(view.Rank(x) - (x + 1)) / n);
        }

        return largest;
    }

    private static double[] Ascending(int count)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        return numbers;
    }

    private static double[] Shuffled(int count, int seed)
    {
        double[] numbers = Ascending(count);
        new Random(seed).Shuffle(numbers);
        return numbers;
    }
}
