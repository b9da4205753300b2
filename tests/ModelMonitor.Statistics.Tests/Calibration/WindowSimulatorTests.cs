using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Calibration;

public sealed class WindowSimulatorTests
{
    /// <summary>Stars of 0 to 3 whose mean grows by a fifth of their standard deviation remain stars.</summary>
    [Fact]
    public void Draw_MeanOfANumberThatManyRowsShare_KeepsItsNumbers()
    {
        SortedView stars = new([0.0, 1.0, 2.0, 3.0], [1_000L, 2_000L, 3_000L, 4_000L]);
        double deviation = Math.Sqrt(1.25);
        WindowSimulator simulator = new("stars", new DriftSample(stars, Moments: new SampleMoments(4_000, 1.5, deviation)));

        DriftSample drawn = simulator.Draw(1_000_000, SimulatedChange.Mean, 0.2);

        Assert.Equal([0.0, 1.0, 2.0, 3.0], drawn.Numbers!.Values.ToArray());
        Assert.Equal(1.5 + 0.2 * deviation, drawn.Moments!.Value.Mean, tolerance: 0.006); // five standard errors
    }

    [Fact]
    public void Draw_MeanBeyondTheLargestNumber_StaysThere()
    {
        SortedView stars = new([0.0, 1.0, 2.0], [100L, 200L, 300L]);
        WindowSimulator simulator = new("stars", new DriftSample(stars, Moments: new SampleMoments(300, 1.0, 0.8)));

        Assert.Equal([2.0], simulator.Draw(1_000, SimulatedChange.Mean, 10.0).Numbers!.Values.ToArray());
    }

    [Fact]
    public void Draw_MeanOfNumbersOfTheirOwn_MovesEachOfThem()
    {
        WindowSimulator simulator = new("x", new DriftSample(DriftColumns.Complete(DriftColumns.Golden(500, seed: 1)), Moments: new SampleMoments(500, 0.5, 0.3)));

        Assert.InRange(simulator.Draw(10_000, SimulatedChange.Mean, 1.0).Numbers!.Values[0], 0.3, 0.32);
    }
}
