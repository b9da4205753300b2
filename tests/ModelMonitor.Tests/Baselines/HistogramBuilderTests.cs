using CsCheck;
using ModelMonitor.Baselines;
using ModelMonitor.Documents;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Baselines;

public sealed class HistogramBuilderTests
{
    [Fact]
    public void Build_OneValue_HasAllInTheLastBucket()
    {
        KllBucket[] buckets = Build(7.0, 7.0, 7.0);

        Assert.All(buckets, bucket => Assert.Equal((7.0, 7.0), (bucket.LowerBound, bucket.UpperBound)));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 3.0], buckets.Select(bucket => bucket.Count));
    }

    [Fact]
    public void Build_ValueOnABound_CountsInTheBucketAbove()
    {
        KllBucket[] buckets = Build(0.0, 1.0, 2.0, 10.0);

        Assert.Equal([1.0, 1.0, 1.0, 0, 0, 0, 0, 0, 0, 1.0], buckets.Select(bucket => bucket.Count));
    }

    // Deequ's search for the extremes starts from the ends of a 32-bit integer.
    [Fact]
    public void Build_ColumnAboveAnInt32_StartsAtItsEnd()
    {
        KllBucket[] buckets = Build(3e9, 4e9);

        Assert.Equal((2147483647.0, 4e9), (buckets[0].LowerBound, buckets[^1].UpperBound));
        Assert.Equal(2.0, buckets.Sum(bucket => bucket.Count));
    }

    [Fact]
    public void Build_ColumnBelowAnInt32_EndsAtItsEnd()
    {
        KllBucket[] buckets = Build(-4e9, -3e9);

        Assert.Equal((-4e9, -2147483648.0), (buckets[0].LowerBound, buckets[^1].UpperBound));
        Assert.Equal(2.0, buckets.Sum(bucket => bucket.Count));
    }

    // The last bound is rounded like the others, so that it can end up below the largest value: Deequ's too.
    [Fact]
    public void Build_AnyNumbers_CountsEachUpToTheLastBoundInBucketsThatMeet() =>
        Gen.OneOf(Gen.Double[-1e10, 1e10], Gen.OneOfConst(double.MaxValue, double.MinValue, 0.0, -0.0, 1e-300)).Array[1, 50].Sample(values =>
        {
            KllBucket[] buckets = Build(values);
            bool meet = buckets.Zip(buckets.Skip(1)).All(pair => pair.First.UpperBound == pair.Second.LowerBound);
            int counted = values.Count(value => value <= buckets[^1].UpperBound);
            return meet && buckets.All(b => b.Count >= 0) && buckets.Sum(b => b.Count) == counted
                && values.All(value => value <= buckets[^1].UpperBound || value == values.Max());
        });

    private static KllBucket[] Build(params double[] values)
    {
        KllSketch sketch = new();
        sketch.Add(values);
        return HistogramBuilder.Build(new SortedView(sketch), values.Min(), values.Max());
    }
}
