using CsCheck;
using ModelMonitor.Statistics.Significance;

namespace ModelMonitor.Statistics.Tests.Significance;

public sealed class FalseDiscoveryRateTests
{
    [Fact]
    public void BenjaminiHochberg_OfPValues_IsTheStepUp() => // bh-01, from the definition
        AssertClose([0.025, 0.05, 0.05, 0.025, 0.2], FalseDiscoveryRate.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.2]));

    /// <summary>The same, times 1 + 1/2 + 1/3 + 1/4 + 1/5.</summary>
    [Fact]
    public void BenjaminiYekutieli_OfPValues_IsLarger()
    {
        const double Factor = 137.0 / 60.0;

        AssertClose(
            [0.025 * Factor, 0.05 * Factor, 0.05 * Factor, 0.025 * Factor, 0.2 * Factor],
            FalseDiscoveryRate.BenjaminiYekutieli([0.01, 0.04, 0.03, 0.005, 0.2]));
    }

    [Fact]
    public void Adjusted_OfNoneAndOne_AreThemselves()
    {
        Assert.Empty(FalseDiscoveryRate.BenjaminiHochberg([]));
        Assert.Equal([0.3], FalseDiscoveryRate.BenjaminiHochberg([0.3]));
        Assert.Equal([0.3], FalseDiscoveryRate.BenjaminiYekutieli([0.3]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Adjusted_OfNoProbability_Throws(double pValue) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FalseDiscoveryRate.BenjaminiHochberg([0.5, pValue]));

    [Fact]
    public void Adjusted_OfAnyPValues_KeepTheirOrderAndAreNoSmaller() =>
        Gen.Double[0, 1].Array[1, 30].Sample(
            pValues =>
            {
                double[] adjusted = FalseDiscoveryRate.BenjaminiHochberg(pValues);
                for (int i = 0; i < pValues.Length; i++)
                {
                    Assert.InRange(adjusted[i], pValues[i] * (1.0 - 1e-15), 1.0);
                    for (int j = 0; j < pValues.Length; j++)
                    {
                        Assert.True(pValues[i] > pValues[j] || adjusted[i] <= adjusted[j]);
                    }
                }
            },
            iter: 300);

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance: 1e-12);
        }
    }
}
