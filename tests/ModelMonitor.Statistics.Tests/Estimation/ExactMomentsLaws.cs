using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Estimation;

public sealed class ExactMomentsLaws : StateLaws<ExactMoments>
{
    protected override void AddRows(ExactMoments state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(row * 7_919 % 1_009 / 3.0);
        }
    }

    protected override void AssertRepeated(ExactMoments once, long times, ExactMoments repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(once.Sum * times, repeated.Sum);
        Assert.Equal(once.Mean(new(ConfidenceLevel.Default)).Value, repeated.Mean(new(ConfidenceLevel.Default)).Value);
    }
}
