using ModelMonitor.Bias;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Tests.Reports.Wording;

public sealed class BiasFigureTests
{
    [Theory]
    [InlineData(0.8, 1.25, 0.35, 0.8)]
    [InlineData(0.8, 1.25, 1.2, 1.25)]
    [InlineData(0.8, 1.25, double.PositiveInfinity, 1.25)]
    [InlineData(0.8, 1.25, double.NegativeInfinity, 0.8)]
    [InlineData(null, 1.25, 0.35, 1.25)]
    [InlineData(0.8, null, 2.0, 0.8)]
    [InlineData(null, null, 0.35, 0.9)]
    public void Limit_OfARange_IsItsNearerEndElseTheBaseline(double? minimum, double? maximum, double value, double expected) =>
        Assert.Equal(expected, BiasFigure.Limit(KindSamples.Facet("Sex", "0", "DI", value, 0.9) with { Minimum = minimum, Maximum = maximum }));

    [Fact]
    public void Farthest_OfSeveral_LooksAtTheLimitOfEach()
    {
        BiasFinding near = KindSamples.Facet("Sex", "0", "DI", 0.75, 0.1, violated: true) with { Minimum = 0.8 };
        BiasFinding far = KindSamples.Facet("Sex", "0", "RD", 0.5, 0.2, violated: true);
        Assert.Same(far, BiasFigure.Farthest([near, far, KindSamples.Facet("Sex", "0", "AD", 0.9, 0.0)]));
    }
}
