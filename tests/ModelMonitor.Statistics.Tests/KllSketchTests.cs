using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class KllSketchTests
{
    /// <summary>The shapes of sketches in real statistics.json files of those row counts (formats.md, section 2.1).</summary>
    [Theory]
    [InlineData(2_333, new[] { 283, 1_025 })]
    [InlineData(23_432, new[] { 266, 1_093, 2_127, 1, 779 })]
    public void Add_OfAsManyRowsAsARealFile_HasItsShape(int rows, int[] expected)
    {
        KllSketch sketch = Of(TestRows.Numbers(0, rows));

        Assert.Equal(expected, Shape(sketch));
        Assert.Equal(rows, sketch.Count);
        Assert.Equal(rows, new SortedView(sketch).TotalWeight);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_050)]
    public void Add_OfUpTo2050Numbers_KeepsThemInOrder(int rows)
    {
        double[] numbers = TestRows.Numbers(0, rows);
        KllSketch sketch = Of(numbers);

        Assert.True(sketch.IsExact);
        Assert.Equal(0.0, sketch.NormalizedRankError);
        Assert.Equal(numbers, sketch.GetLevel(0).ToArray());
    }

    /// <summary>A full sketch of k = 2048 has 5,700 items or so; the rest is room to grow.</summary>
    [Fact]
    public void Buffers_AfterMillionsOfNumbers_StayUnder120Kilobytes()
    {
        double[] batch = TestRows.Numbers(0, 512);
        KllSketch sketch = new();
        int largest = 0;
        while (sketch.Count < 4_000_000)
        {
            sketch.Add(batch);
            largest = Math.Max(largest, sketch.BufferLength);
        }

        Assert.InRange(largest * sizeof(double), 2_050 * sizeof(double), 120_000);
    }

    [Fact]
    public void Add_OfOneMore_Compacts()
    {
        KllSketch sketch = Of(TestRows.Numbers(0, 2_051));

        Assert.False(sketch.IsExact);
        Assert.Equal([1, 1_025], Shape(sketch));
        Assert.Equal(TestRows.Number(2_050), sketch.GetLevel(0)[0]); // the last one stays
    }

    [Fact]
    public void Compaction_TakesTheFirstOrSecondOfEachPairByTurns()
    {
        KllSketch sketch = new();
        List<int> offsets = [];
        for (int next = 0; offsets.Count < 9; next++)
        {
            double[] before = sketch.GetLevel(0).ToArray();
            int above = sketch.LevelCount == 1 ? 0 : sketch.GetLevel(1).Length;
            sketch.Add(next);
            if (sketch.GetLevel(0).Length <= before.Length)
            {
                // Consecutive whole numbers: the first one kept is the lowest or its neighbour.
                Assert.InRange(sketch.GetLevel(0).Length, 0, 1);
                offsets.Add(sketch.GetLevel(1)[above] == before[0] ? 0 : 1);
            }
            else if (sketch.GetLevel(0).Length != before.Length + 1)
            {
                Assert.Fail("A level that was not compacted changed.");
            }
        }

        Assert.Equal([0, 1, 1, 0, 0, 1, 1, 0, 0], offsets);
    }

    [Fact]
    public void Add_OfAnyNumbersInAnyBatches_HasTheBuffersOfThePlainSketch() =>
        Gen.Select(Gen.Int[1, 70], Numbers.Array[0, 2_000], Gen.Int[1, 700]).Sample(
            (k, numbers, batch) =>
            {
                PlainKllSketch plain = new(k);
                KllSketch sketch = new(k);
                Add(plain, sketch, numbers, batch);
                AssertSameLevels(plain, sketch);
            },
            iter: 150);

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("random")]
    [InlineData("constant")]
    [InlineData("binary")]
    [InlineData("zeros")]
    [InlineData("skewed")]
    [InlineData("clustered")]
    [InlineData("infinite")]
    public void Add_OfAColumnOfSomeShape_HasTheBuffersOfThePlainSketch(string shape)
    {
        Random random = new(11);
        double[] numbers = new double[25_000];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = shape switch
            {
                "ascending" => i,
                "descending" => -i,
                "constant" => 7.25,
                "binary" => random.Next(2),
                "zeros" => random.Next(4) switch { 0 => -1.0, 1 => -0.0, 2 => 0.0, _ => 1.0 },
                "skewed" => Math.Exp(random.NextDouble() * 1_000 - 500),
                "clustered" => random.Next(3) * 1e9 + random.NextDouble() * 1e-3,
                "infinite" => random.Next(9) switch { 0 => double.NegativeInfinity, 1 => double.PositiveInfinity, _ => random.NextDouble() },
                _ => random.NextDouble(),
            };
        }

        PlainKllSketch plain = new();
        KllSketch sketch = new();
        Add(plain, sketch, numbers, batch: 512);
        AssertSameLevels(plain, sketch);
    }

    [Fact]
    public void Merge_OfAnySketches_HasTheBuffersOfThePlainSketch() =>
        Gen.Select(Gen.Int[1, 40], Numbers.Array[1, 600].Array[1, 5]).Sample(
            (k, parts) =>
            {
                PlainKllSketch plain = new(k);
                KllSketch sketch = new(k);
                Add(plain, sketch, parts[0], batch: 512);
                foreach (double[] part in parts.AsSpan(1))
                {
                    PlainKllSketch otherPlain = new(k);
                    KllSketch other = new(k);
                    Add(otherPlain, other, part, batch: 512);
                    plain.MergeFrom(otherPlain);
                    sketch.MergeFrom(other);
                }

                AssertSameLevels(plain, sketch);
                Assert.Equal(parts.Sum(part => part.Length), new SortedView(sketch).TotalWeight);
            },
            iter: 150);

    [Fact]
    public void Merge_OfSketchesOfAnotherK_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new KllSketch(2_048).MergeFrom(new KllSketch(1_024)));

    [Theory]
    [InlineData(0, 0.64)]
    [InlineData(KllSketch.MaximumK + 1, 0.64)]
    [InlineData(2_048, 0.5)]
    [InlineData(2_048, 1.0)]
    [InlineData(2_048, double.NaN)]
    public void Constructor_OfImpossibleParameters_Throws(int k, double c) =>
        Assert.Throws<ArgumentException>(() => new KllSketch(k, c));

    [Fact]
    public void FromLevels_OfASketchsLevels_IsThatSketch()
    {
        KllSketch sketch = Of(TestRows.Numbers(0, 23_432));
        double[][] levels = [.. Enumerable.Range(0, sketch.LevelCount).Select(h => sketch.GetLevel(h).ToArray())];
        KllSketch restored = KllSketch.FromLevels(levels);

        Assert.Equal(sketch.Count, restored.Count);
        Assert.Equal(levels, Enumerable.Range(0, restored.LevelCount).Select(h => restored.GetLevel(h).ToArray()));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(40_000)]
    [InlineData(70_000)]
    public void FromLevels_OfLevelsFullerThanTheyMayBe_CanStillBeAddedTo(int items)
    {
        Random random = new(3);
        double[] numbers = new double[items];
        for (int i = 0; i < items; i++)
        {
            numbers[i] = random.NextDouble();
        }

        KllSketch sketch = KllSketch.FromLevels([numbers, numbers]);
        sketch.Add(TestRows.Numbers(0, 10_000));

        Assert.Equal(3L * items + 10_000, sketch.Count);
        Assert.Equal(sketch.Count, new SortedView(sketch).TotalWeight);
        Assert.InRange(Shape(sketch).Sum(), 0, 10_000);
    }

    [Fact]
    public void FromLevels_OfNaNOrTooManyNumbers_Throws()
    {
        Assert.Throws<ArgumentException>(() => KllSketch.FromLevels([[1.0, double.NaN]]));
        Assert.Throws<ArgumentException>(() => KllSketch.FromLevels([.. Enumerable.Repeat(Array.Empty<double>(), 52), [1.0, 2.0, 3.0]]));
        Assert.Throws<ArgumentException>(() => KllSketch.FromLevels([.. Enumerable.Repeat(Array.Empty<double>(), 70)]));
    }

    private static readonly Gen<double> Numbers = Gen.Frequency(
        (4, Gen.Double[-1e6, 1e6]),
        (4, Gen.Int[-5, 5].Select(number => (double)number)),
        (1, Gen.OneOfConst(-0.0, 0.0, double.NegativeInfinity, double.PositiveInfinity, double.Epsilon, double.MaxValue, double.MinValue)));

    private static KllSketch Of(double[] numbers)
    {
        KllSketch sketch = new();
        sketch.Add(numbers);
        return sketch;
    }

    private static int[] Shape(KllSketch sketch) =>
        [.. Enumerable.Range(0, sketch.LevelCount).Select(h => sketch.GetLevel(h).Length)];

    private static void Add(PlainKllSketch plain, KllSketch sketch, double[] numbers, int batch)
    {
        foreach (double number in numbers)
        {
            plain.Add(number);
        }

        for (int i = 0; i < numbers.Length; i += batch)
        {
            sketch.Add(numbers.AsSpan(i, Math.Min(batch, numbers.Length - i)));
        }
    }

    /// <summary>The same bits in the same places: a negative zero is not a zero.</summary>
    private static void AssertSameLevels(PlainKllSketch plain, KllSketch sketch)
    {
        Assert.Equal(plain.Levels.Select(level => level.Count), Shape(sketch));
        for (int h = 0; h < plain.Levels.Count; h++)
        {
            Assert.Equal(
                plain.Levels[h].Select(BitConverter.DoubleToInt64Bits),
                sketch.GetLevel(h).ToArray().Select(BitConverter.DoubleToInt64Bits));
        }
    }
}
