using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class MomentsStateLaws : StateLaws<MomentsState>
{
    private const double Tolerance = 1e-12;

    protected override void AddRows(MomentsState state, int first, int count) => state.Add(TestRows.Numbers(first, count));

    /// <summary>Sums of doubles depend on their order in the last digits: counts and extremes are exact, the rest within 1e-12.</summary>
    protected override void AssertEquivalent(MomentsState expected, MomentsState actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Minimum, actual.Minimum);
        Assert.Equal(expected.Maximum, actual.Maximum);
        AssertClose(expected.Sum, actual.Sum);
        AssertClose(expected.Mean, actual.Mean);
        AssertClose(expected.StandardDeviation, actual.StandardDeviation);
    }

    protected override void AssertRepeated(MomentsState once, long times, MomentsState repeated)
    {
        Assert.Equal(once.Count * times, repeated.Count);
        Assert.Equal(once.Minimum, repeated.Minimum);
        Assert.Equal(once.Maximum, repeated.Maximum);
        Assert.Equal(once.Sum * times, repeated.Sum); // a power of two: exact
        Assert.Equal(once.Mean, repeated.Mean);
        AssertClose(once.StandardDeviation, repeated.StandardDeviation);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.InRange(actual, expected - Tolerance * Math.Abs(expected), expected + Tolerance * Math.Abs(expected));
}
