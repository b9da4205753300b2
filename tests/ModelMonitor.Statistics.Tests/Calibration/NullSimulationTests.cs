using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class NullSimulationTests
{
    private static readonly DriftMethod Stability = DriftMethods.Find("psi_10")!;

    [Fact]
    public void Run_SameQuestion_SameAnswer()
    {
        DriftSample reference = new(Uniform(4_000));

        Assert.Equal(NullSimulation.Run(Stability, "x", reference, 500), NullSimulation.Run(Stability, "x", reference, 500));
        Assert.NotEqual(NullSimulation.Run(Stability, "x", reference, 500), NullSimulation.Run(Stability, "y", reference, 500));
    }

    [Fact]
    public void Run_StabilityIndex_IsChiSquareOverTheSizes()
    {
        // Ten bins: 9 · (1/n + 1/m), with the standard deviation √18 · (1/n + 1/m).
        double scale = 1.0 / 500.0 + 1.0 / 4_000.0;

        NullDistribution simulated = NullSimulation.Run(Stability, "x", new DriftSample(Uniform(4_000)), 500)!.Value;

        Assert.InRange(simulated.Mean / (9.0 * scale), 0.9, 1.15);
        Assert.InRange(simulated.StandardDeviation / (Math.Sqrt(18.0) * scale), 0.8, 1.25);
    }

    [Fact]
    public void Run_Categories_AreDrawnByTheirShares()
    {
        DriftMethod method = DriftMethods.Find("chi_square")!;
        CategoryDistribution categories = new([KeyValuePair.Create("a", 500_000L), KeyValuePair.Create("b", 300_000L), KeyValuePair.Create("c", 200_000L)]);

        NullDistribution simulated = NullSimulation.Run(method, "x", new DriftSample(Categories: categories), 1_000)!.Value;

        Assert.InRange(simulated.Mean, 1.6, 2.4);
    }

    [Fact]
    public void Run_ConstantReference_HasNoSpreadAndAnythingBeyondIsImpossible()
    {
        NullDistribution constant = NullSimulation.Run(Stability, "x", new DriftSample(new SortedView([1.0], [100L])), 50)!.Value;

        Assert.Equal(new NullDistribution(0.0, 0.0), constant);
        Assert.Equal((1.0, 0.0), (constant.UpperTail(0.0), constant.UpperTail(0.1)));
    }

    /// <summary>Two categories of a half, two values drawn: in one draw of eight there is no common one, and the index is not compared.</summary>
    [Fact]
    public void Run_SomeDrawsThatCannotBeCompared_AreLeftOut()
    {
        CategoryDistribution categories = new([KeyValuePair.Create("a", 1L), KeyValuePair.Create("b", 1L)]);

        Assert.NotNull(NullSimulation.Run(Stability, "x", new DriftSample(Categories: categories), 2));
    }

    [Theory]
    [InlineData(1.0, 0, 0.0)]
    [InlineData(2.0, 2, 0.0)]
    [InlineData(1024.0, 20, 0.0)]
    [InlineData(1100.0, 20, 0.206)]
    public void Of_RowCountClass_IsThePowerOfTheRootOfTwoBelow(double size, int expected, double share)
    {
        (int rowCountClass, double towards) = RowCountClass.Of(size);

        Assert.Equal(expected, rowCountClass);
        Assert.Equal(share, towards, 0.01);
    }

    private static SortedView Uniform(int count) => new(
        [.. Enumerable.Range(0, count).Select(i => (double)i)], [.. Enumerable.Range(1, count).Select(i => (long)i)]);
}
