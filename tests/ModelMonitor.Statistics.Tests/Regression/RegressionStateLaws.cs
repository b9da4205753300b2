using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Regression;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Regression;

public sealed class RegressionStateLaws : StateLaws<RegressionState>
{
    private static readonly ConfidenceLevel Confidence = new(ConfidenceLevel.Default);

    protected override void AddRows(RegressionState state, int first, int count)
    {
        for (int row = first; row < first + count; row++)
        {
            state.Add(row * 7_919 % 1_009 / 3.0, row * 31 % 500 - 3.0, 0.5);
        }
    }

    /// <summary>All but the sums that are rounded like Spark's is the same to the last bit.</summary>
    protected override void AssertEquivalent(RegressionState expected, RegressionState actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(RegressionMetrics.MeanAbsoluteError(expected, Confidence), RegressionMetrics.MeanAbsoluteError(actual, Confidence));
        Assert.Equal(RegressionMetrics.RootMeanSquaredError(expected, Confidence), RegressionMetrics.RootMeanSquaredError(actual, Confidence));
        Assert.Equal(RegressionMetrics.DeterminationCoefficient(expected, Confidence), RegressionMetrics.DeterminationCoefficient(actual, Confidence));
        Assert.Equal(RegressionMetrics.MeanAbsolutePercentageError(expected, Confidence), RegressionMetrics.MeanAbsolutePercentageError(actual, Confidence));
        Assert.Equal(RegressionMetrics.QuantileLoss(expected, Confidence), RegressionMetrics.QuantileLoss(actual, Confidence));
        Assert.Equal(expected.RelativeBeyond, actual.RelativeBeyond);
        Assert.Equal(expected.PlainAbsolute, actual.PlainAbsolute, 1e-12 * expected.PlainAbsolute);
        Assert.Equal(expected.PlainSquared, actual.PlainSquared, 1e-12 * expected.PlainSquared);
    }

    protected override void AssertRepeated(RegressionState once, long times, RegressionState repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(RegressionMetrics.MeanSquaredError(once, Confidence).Value, RegressionMetrics.MeanSquaredError(repeated, Confidence).Value);
    }
}
