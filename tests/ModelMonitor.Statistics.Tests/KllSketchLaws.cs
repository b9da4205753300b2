using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class KllSketchLaws : StateLaws<KllSketch>
{
    protected override void AddRows(KllSketch state, int first, int count) => state.Add(TestRows.Numbers(first, count));

    /// <summary>Counts are exact; the rank of any value differs by no more than both sketches may err.</summary>
    protected override void AssertEquivalent(KllSketch expected, KllSketch actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        AssertSameShares(expected, actual);
    }

    protected override void AssertRepeated(KllSketch once, long times, KllSketch repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        AssertSameShares(once, repeated);
    }

    private static void AssertSameShares(KllSketch expected, KllSketch actual)
    {
        SortedView one = new(expected);
        SortedView other = new(actual);
        Assert.Equal(expected.Count, one.TotalWeight);
        Assert.Equal(actual.Count, other.TotalWeight);

        double tolerance = expected.NormalizedRankError + actual.NormalizedRankError;
        double[] values = [.. one.Values, .. other.Values];
        foreach (double value in values)
        {
            double difference = (double)one.Rank(value) / one.TotalWeight - (double)other.Rank(value) / other.TotalWeight;
            Assert.InRange(difference, -tolerance, tolerance);
        }
    }
}
