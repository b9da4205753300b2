using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Classification;

public sealed class BinaryStateLaws : StateLaws<BinaryState>
{
    protected override void AddRows(BinaryState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            double probability = row * 7_919L % 1_009 / 1_008.0;
            state.Add(probability > 0.5, row % 3 == 0, probability);
        }
    }

    protected override void AssertRepeated(BinaryState once, long times, BinaryState repeated)
    {
        Assert.Equal(once.Counts.TruePositives * times, repeated.Counts.TruePositives);
        Assert.Equal(once.Counts.Count * times, repeated.Counts.Count);
        Assert.Equal(once.LogLosses.Mean(new(ConfidenceLevel.Default)).Value, repeated.LogLosses.Mean(new(ConfidenceLevel.Default)).Value);
        Assert.Equal(new RankingCurves(once.Scores).TrapezoidArea(), new RankingCurves(repeated.Scores).TrapezoidArea(), 1e-14);
    }
}
