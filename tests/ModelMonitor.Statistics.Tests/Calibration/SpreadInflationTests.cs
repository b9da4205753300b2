using ModelMonitor.Statistics.Calibration;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class SpreadInflationTests
{
    [Fact]
    public void Of_EvenPValues_IsOne() => Assert.Equal(1.0, SpreadInflation.Of(Even(48)), 0.05);

    [Fact]
    public void Of_TooFewWindows_IsOne() => Assert.Equal(1.0, SpreadInflation.Of([.. Enumerable.Repeat(1e-6, 23)]));

    [Fact]
    public void Of_SmallPValues_IsAboveOneAndBounded()
    {
        Assert.InRange(SpreadInflation.Of([.. Even(48).Select(p => p * p)]), 1.5, 5.0);
        Assert.Equal(25.0, SpreadInflation.Of([.. Enumerable.Repeat(0.0, 48)]));
    }

    [Fact]
    public void Correct_FourfoldVariance_HalvesTheScore()
    {
        // Two-sided: 4 standard deviations become 2.
        Assert.Equal(0.04550026389635842, SpreadInflation.Correct(6.334248366623996e-5, 4.0), 1e-9);
        Assert.Equal(0.3, SpreadInflation.Correct(0.3, 1.0));
    }

    private static double[] Even(int count) => [.. Enumerable.Range(0, count).Select(i => (i + 0.5) / count)];
}
