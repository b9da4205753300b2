using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Tests.Significance;

public sealed class ExceedanceTestTests
{
    // numpy.sum(scipy.stats.betabinom.pmf(numpy.arange(k, n + 1), n, r, m + 1 - r)) with r = l + 2, SciPy 1.10.1
    [Theory]
    [InlineData(3, 100, 2, 1000, 0.011908894976936183)]
    [InlineData(12, 500, 4, 2000, 8.410988282021851e-06)]
    [InlineData(40, 1000, 20, 2000, 2.000925904108565e-07)]
    [InlineData(8, 10, 0, 2, 0.45454545454545464)]
    [InlineData(30, 300, 2, 1000, 6.713079195666366e-17)]
    [InlineData(150, 50000, 2000, 1000000, 3.5212230147960764e-06)]
    public void PValue_AboveTheMean_IsScipysBetaBinomialTail(long beyond, long size, long referenceBeyond, long referenceSize, double expected) =>
        Assert.Equal(expected, ExceedanceTest.PValue(beyond, size, referenceBeyond, referenceSize), 1e-8 * expected);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(-1, 100)]
    [InlineData(5, 0)]
    [InlineData(1, 1_000)]
    public void PValue_NoMoreThanExpected_IsOne(long beyond, long size) =>
        Assert.Equal(1.0, ExceedanceTest.PValue(beyond, size, referenceBeyond: 2, referenceSize: 1_000));

    [Fact]
    public void PValue_EveryValueBeyondOfManyMillions_IsANumber()
    {
        double pValue = ExceedanceTest.PValue(10_000_000, 10_000_000, 2_000, 1_000_000);

        Assert.InRange(pValue, 0.0, 1e-300);
    }
}
