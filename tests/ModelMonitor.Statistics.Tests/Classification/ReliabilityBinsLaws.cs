using ModelMonitor.Statistics.Classification;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class ReliabilityBinsLaws : StateLaws<ReliabilityBins>
{
    protected override void AddRows(ReliabilityBins state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(row * 7_919L % 1_009 / 1_008.0, row % 3 == 0);
        }
    }

    protected override void AssertRepeated(ReliabilityBins once, long times, ReliabilityBins repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(once.ToBins().Select(bin => bin.MeanScore), repeated.ToBins().Select(bin => bin.MeanScore));
    }
}
