using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Estimation;

public sealed class ExactSumLaws : StateLaws<ExactSum>
{
    protected override void AddRows(ExactSum state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add((row % 2 == 0 ? 1.0 : -0.7) * Math.Pow(10.0, row % 40 - 20));
        }
    }

    protected override void AssertRepeated(ExactSum once, long times, ExactSum repeated) =>
        Assert.Equal(once.ToInteger() * times, repeated.ToInteger());
}
