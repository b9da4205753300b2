using ModelMonitor.Statistics.Regression;
using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests.Regression;

public sealed class RegressionStateLaws : StateLaws<RegressionState>
{
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
        Assert.Equal(RegressionMetrics.MeanAbsoluteError(expected, 2.0), RegressionMetrics.MeanAbsoluteError(actual, 2.0));
        Assert.Equal(RegressionMetrics.RootMeanSquaredError(expected, 2.0), RegressionMetrics.RootMeanSquaredError(actual, 2.0));
        Assert.Equal(RegressionMetrics.DeterminationCoefficient(expected, 2.0), RegressionMetrics.DeterminationCoefficient(actual, 2.0));
        Assert.Equal(RegressionMetrics.MeanAbsolutePercentageError(expected, 2.0), RegressionMetrics.MeanAbsolutePercentageError(actual, 2.0));
        Assert.Equal(RegressionMetrics.QuantileLoss(expected, 2.0), RegressionMetrics.QuantileLoss(actual, 2.0));
        Assert.Equal(expected.PlainAbsolute, actual.PlainAbsolute, 1e-12 * expected.PlainAbsolute);
        Assert.Equal(expected.PlainSquared, actual.PlainSquared, 1e-12 * expected.PlainSquared);
    }

    protected override void AssertRepeated(RegressionState once, long times, RegressionState repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(RegressionMetrics.MeanSquaredError(once, 2.0).Value, RegressionMetrics.MeanSquaredError(repeated, 2.0).Value);
    }
}
