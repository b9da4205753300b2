using CsCheck;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Distances;

/// <summary>
/// Cases named w1 and energy hold numbers of SciPy's test_stats.py (commit 3dbf660) and Evidently's test_stattests.py (commit
/// a4aa4c2), each computed again by a separate program.
/// </summary>
public sealed class NumberDistanceTests
{
    private static readonly double[] Speeds = [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0];

    [Theory]
    [InlineData(new[] { 0.0, 1 }, new[] { 0.0 }, 0.5)] // w1-01
    [InlineData(new[] { 0.0, 2 }, new[] { 0.0 }, 1.0)] // w1-03
    [InlineData(new[] { 0.0, 1, 2 }, new[] { 1.0, 2, 3 }, 1.0)] // w1-04
    [InlineData(new[] { -5.0 }, new[] { 5.0 }, 10.0)] // w1-06
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, new[] { 11.0, 12, 13, 14, 15 }, 10.0)] // w1-07
    [InlineData(new[] { 0.0, 0, 1, 1, 1, 1, 5 }, new[] { 0.0, 3, 3, 3, 3, 4, 4 }, 1.8571428571428568)] // w1-09
    public void Wasserstein_OfNumbers_IsSciPys(double[] current, double[] reference, double expected) =>
        Assert.Equal(
            expected, WassersteinDistance.Between(DriftColumns.Complete(current), DriftColumns.Complete(reference)).Statistic, tolerance: 1e-9);

    [Theory]
    [InlineData(null)]
    [InlineData(1.4142135623730951)]
    public void WassersteinNormed_OfNumbers_IsEvidentlys(double? standardDeviation) => // w1-10
        Assert.Equal(
            7.071067811865475,
            WassersteinDistance.BetweenNormed(
                DriftColumns.Complete(11, 12, 13, 14, 15), DriftColumns.Complete(1, 2, 3, 4, 5), standardDeviation).Statistic,
            tolerance: 1e-12);

    [Fact]
    public void WassersteinNormed_OfAConstantReference_DividesByTheFloor() =>
        Assert.Equal(
            2_000.0, WassersteinDistance.BetweenNormed(DriftColumns.Complete(5.0), DriftColumns.Complete(3.0, 3.0)).Statistic, tolerance: 1e-9);

    [Theory]
    [InlineData(new[] { 0.0, 0, 0, 1 }, new[] { 0.0 }, 0.3535533905932738)] // energy-04
    [InlineData(new[] { 0.0, 2 }, new[] { 0.0 }, 1.0)] // energy-05
    [InlineData(new[] { 0.0 }, new[] { 1.0 }, 1.4142135623730951)] // energy-07
    [InlineData(new[] { -5.0 }, new[] { 5.0 }, 4.47213595499958)] // energy-08
    public void Energy_OfNumbers_IsSciPys(double[] current, double[] reference, double expected) =>
        Assert.Equal(expected, EnergyDistance.Between(DriftColumns.Complete(current), DriftColumns.Complete(reference)).Statistic, tolerance: 1e-9);

    [Fact]
    public void Energy_OfAShift_IsEvidentlys() => // energy-02
        Assert.Equal(
            1.9332614929181204,
            EnergyDistance.Between(DriftColumns.Complete([.. Speeds.Select(x => x + 5.0)]), DriftColumns.Complete(Speeds)).Statistic,
            tolerance: 1e-9);

    [Fact]
    public void Distances_OfAnyNumbers_AreSymmetricAndObeyTheTriangle() =>
        Gen.Select(Gen.Double[-9, 9].Array[1, 30], Gen.Double[-9, 9].Array[1, 30], Gen.Double[-9, 9].Array[1, 30]).Sample(
            (one, two, three) =>
            {
                (SortedView a, SortedView b, SortedView c) =
                    (DriftColumns.Complete(one), DriftColumns.Complete(two), DriftColumns.Complete(three));
                foreach (Func<SortedView, SortedView, DriftMeasurement> distance in (Func<SortedView, SortedView, DriftMeasurement>[])
                    [WassersteinDistance.Between, EnergyDistance.Between])
                {
                    Assert.Equal(distance(a, b).Statistic, distance(b, a).Statistic, tolerance: 1e-12);
                    Assert.Equal(0.0, distance(a, a).Statistic);
                    Assert.InRange(distance(a, c).Statistic, 0.0, distance(a, b).Statistic + distance(b, c).Statistic + 1e-9);
                }
            },
            iter: 300);

    [Fact]
    public void Wasserstein_OfAShift_IsTheShift() =>
        Gen.Select(Gen.Double[-9, 9].Array[1, 30], Gen.Double[0, 100]).Sample(
            (numbers, shift) => Assert.Equal(
                shift,
                WassersteinDistance.Between(
                    DriftColumns.Complete([.. numbers.Select(x => x + shift)]), DriftColumns.Complete(numbers)).Statistic,
                tolerance: 1e-9),
            iter: 300);
}
