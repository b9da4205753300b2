using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class QuadraticFormTailTests
{
    // Chi-square tails: scipy.stats.chi2.sf(x, degrees).
    [Theory]
    [InlineData(1, 10.0, 1.565402258002549e-3)]
    [InlineData(1, 16.0, 6.334248366623996e-5)]
    [InlineData(1, 30.0, 4.320463057827488e-8)]
    [InlineData(4, 20.0, 4.993992273873333e-4)]
    [InlineData(4, 40.0, 4.328422608114911e-8)]
    public void Upper_EqualWeights_IsTheChiSquareTailWithinSomePercent(int degrees, double x, double expected)
    {
        double[] weights = [.. Enumerable.Repeat(1.0, degrees)];

        Assert.InRange(QuadraticFormTail.Upper(weights, x) / expected, 0.9, 1.1);
    }

    [Fact]
    public void Upper_GrowingSums_NeverGrowsAndStaysAProbability()
    {
        double[] weights = [0.5, 0.2, 0.1, 0.05];

        double[] tails = [.. Enumerable.Range(0, 400).Select(i => QuadraticFormTail.Upper(weights, i / 10.0))];

        Assert.All(tails, tail => Assert.InRange(tail, 0.0, 1.0));
        Assert.All(tails.Zip(tails.Skip(1)), pair => Assert.True(pair.Second <= pair.First * 1.05, $"{pair}"));
    }
}
