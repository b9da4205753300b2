using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class SpreadInflationTests
{
    [Fact]
    public void Of_EvenPValues_IsNextToOne() => Assert.InRange(SpreadInflation.Of(Even(168)).Variance, 1.0, 1.05);

    [Fact]
    public void Of_LargePValues_IsNone() => Assert.Equal(SpreadInflation.None, SpreadInflation.Of([.. Even(168).Select(Math.Sqrt)]));

    [Fact]
    public void Of_TooFewWindows_IsNone() => Assert.Equal(SpreadInflation.None, SpreadInflation.Of([.. Enumerable.Repeat(1e-6, 23)]));

    [Fact]
    public void Of_SmallPValues_IsAboveOneAndBounded()
    {
        Assert.InRange(SpreadInflation.Of([.. Even(48).Select(p => p * p)]).Variance, 1.5, 5.0);
        Assert.Equal(25.0, SpreadInflation.Of([.. Enumerable.Repeat(0.0, 48)]).Variance);
    }

    [Fact]
    public void Of_WindowsAlikeOneAfterTheOther_KnowsLessThanOfAsManyApart()
    {
        double[] sorted = [.. Even(168).Select(p => p * p * p)];
        double[] mixed = [.. Enumerable.Range(0, 168).Select(i => sorted[i * 71 % 168])];

        SpreadInflation together = SpreadInflation.Of(sorted);
        SpreadInflation apart = SpreadInflation.Of(mixed);

        Assert.Equal(apart.Variance, together.Variance);
        Assert.True(together.DegreesOfFreedom < apart.DegreesOfFreedom / 5.0);
    }

    [Fact]
    public void Of_AWiderSpread_IsKnownAsWellAsItsWindowsAreMany()
    {
        double[] shuffled = [.. Enumerable.Range(0, 168).Select(i => Math.Pow((i * 71 % 168 + 0.5) / 168, 25.0))];

        Assert.InRange(SpreadInflation.Of(shuffled).DegreesOfFreedom, 80.0, 125.0);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 0.04550026389635842)] // 2 * scipy.stats.norm.sf(2)
    [InlineData(10.0, 0.07338803477074039)] // 2 * scipy.stats.t.sf(2, 10)
    public void Correct_FourfoldVariance_HalvesTheScore(double freedom, double expected)
    {
        // Two-sided: 4 standard deviations become 2.
        Assert.Equal(expected, new SpreadInflation(4.0, freedom).Correct(6.334248366623996e-5), 1e-9);
        Assert.Equal(0.3, SpreadInflation.None.Correct(0.3));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-308)]
    [InlineData(1.0)]
    public void Correct_EndsOfTheScale_StayOnIt(double pValue) =>
        Assert.InRange(new SpreadInflation(25.0, 2.0).Correct(pValue), 0.0, 1.0);

    private static double[] Even(int count) => [.. Enumerable.Range(0, count).Select(i => (i + 0.5) / count)];
}
