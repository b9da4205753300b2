using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Regression;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Regression;

public sealed class LabelSumsLaws : StateLaws<LabelSums>
{
    protected override void AddRows(LabelSums state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(row * 31 % 17 - 8.1, row * 7_919 % 1_009 / 3.0);
        }
    }

    protected override void AssertRepeated(LabelSums once, long times, LabelSums repeated) => Assert.Equal(
        once.ExplainedShare(1_000, new(0.95)).Value!.Value, repeated.ExplainedShare(1_000 * times, new(ConfidenceLevel.Default)).Value!.Value, 1e-15);
}
