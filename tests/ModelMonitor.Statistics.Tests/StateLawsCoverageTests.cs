using ModelMonitor.Testing;

namespace ModelMonitor.Statistics.Tests;

public sealed class StateLawsCoverageTests
{
    [Fact]
    public void EveryState_OfThisAssembly_HasItsLawsTested() =>
        StateLawsCoverage.AssertComplete(typeof(KllSketch).Assembly, typeof(StateLawsCoverageTests).Assembly);

    [Fact]
    public void AssertComplete_WithoutAnyLaws_Fails() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => StateLawsCoverage.AssertComplete(typeof(KllSketch).Assembly, typeof(KllSketch).Assembly));
}
