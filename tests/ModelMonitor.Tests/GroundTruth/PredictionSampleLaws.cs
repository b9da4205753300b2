using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class PredictionSampleLaws : StateLaws<PredictionSample>
{
    protected override void AddRows(PredictionSample state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(EventKey.Of(BitConverter.GetBytes(row)).Id, row % 3 == 0);
        }
    }

    protected override void AssertRepeated(PredictionSample once, long times, PredictionSample repeated) => AssertSameBytes(once, repeated);

    [Fact]
    public void Events_OfMoreThanItHolds_AreTheSmallestHashes()
    {
        IEnumerable<ulong> expected = Enumerable.Range(0, 20_000)
            .Select(row => PredictionSample.HashOf(EventKey.Of(BitConverter.GetBytes(row)).Id)).Order().Take(PredictionSample.Capacity);

        Assert.Equal(expected, Rows(0, 20_000).Events.Select(sampled => sampled.Hash));
    }

    [Fact]
    public void Events_OfManyWithAThirdLabelled_EstimateTheThird()
    {
        double share = Rows(0, 200_000).Events.Count(sampled => sampled.IsLabelled) / (double)PredictionSample.Capacity;

        Assert.InRange(share, 1 / 3.0 - 0.02, 1 / 3.0 + 0.02);
    }
}
