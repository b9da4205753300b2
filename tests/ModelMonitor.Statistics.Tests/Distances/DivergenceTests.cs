using CsCheck;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Distances;

/// <summary>
/// Cases named psi, hell, tvd, js and kl hold numbers of Deequ's KLLDistanceTest (awslabs/deequ, commit 0b8cea5), Evidently's
/// tests (commit a4aa4c2), whylogs' test_drift_calculations.py, TensorFlow Data Validation's metrics_test.cc (commit
/// 710b32f), SageMaker Clarify's test_metrics.py (commit 024329d) and SciPy's documentation, or closed forms; each was
/// computed again by a separate program.
/// </summary>
public sealed class DivergenceTests
{
    private static readonly long[] EvidentlyReference = [16, 18, 16, 14, 12, 12];
    private static readonly long[] EvidentlyCurrent = [16, 16, 16, 16, 16, 8];

    [Fact]
    public void StabilityIndex_OfTenBuckets_IsDeequs() => // psi-01
        Assert.Equal(
            0.007406694184014186,
            PopulationStabilityIndex.Of(
                new AlignedBins(
                    [426, 437, 429, 391, 469, 433, 360, 443, 371, 418], [428, 425, 414, 427, 440, 447, 380, 386, 444, 386]),
                ZeroHandling.None).Statistic,
            tolerance: 1e-15);

    [Theory]
    [InlineData(new long[] { 50, 50 }, new long[] { 40, 60 }, ZeroHandling.None, 0.04054651081081642)] // psi-03
    [InlineData(new long[] { 10, 20, 30, 40 }, new long[] { 25, 25, 25, 25 }, ZeroHandling.None, 0.22821740957339182)] // psi-04
    [InlineData(new long[] { 10, 0, 90 }, new long[] { 30, 30, 40 }, ZeroHandling.AddOne, 1.5884060850380293)] // psi-06
    [InlineData(new long[] { 10, 0, 90 }, new long[] { 30, 30, 40 }, ZeroHandling.Evidently, 3.026297199380095)] // psi-07
    public void StabilityIndex_OfCounts_IsTheClosedForm(long[] current, long[] reference, ZeroHandling zeros, double expected) =>
        Assert.Equal(expected, PopulationStabilityIndex.Of(new AlignedBins(current, reference), zeros).Statistic, tolerance: 1e-12);

    [Fact]
    public void StabilityIndex_WithAnEmptyBinAndNoHandling_LeavesItOut() =>
        Assert.Equal(
            (0.1 - 0.3) * Math.Log(0.1 / 0.3) + (0.9 - 0.4) * Math.Log(0.9 / 0.4),
            PopulationStabilityIndex.Of(new AlignedBins([10, 0, 90], [30, 30, 40]), ZeroHandling.None).Statistic,
            tolerance: 1e-15);

    [Fact]
    public void StabilityIndex_WithoutACommonBinAndNoHandling_IsNotCompared()
    {
        AlignedBins bins = new([5, 0], [0, 5]);

        Assert.Equal("The two sides have no bin in common.", PopulationStabilityIndex.Of(bins, ZeroHandling.None).Reason);
        Assert.InRange(PopulationStabilityIndex.Of(bins, ZeroHandling.AddOne).Statistic, 1.0, 5.0);
    }

    /// <summary>The smallest share is 0.00005, so that an empty bin counts as a millionth of that.</summary>
    [Fact]
    public void StabilityIndex_WithATinyShareAndEvidentlysZeros_TakesAMillionthOfIt()
    {
        const double Zero = 0.00005 / 1e6;

        Assert.Equal(
            (0.00005 - 0.5) * Math.Log(0.00005 / 0.5) + (Zero - 0.5) * Math.Log(Zero / 0.5),
            PopulationStabilityIndex.Of(new AlignedBins([1, 0, 19_999], [10, 10, 0]), ZeroHandling.Evidently).Statistic
                - (0.99995 - 0.0001) * Math.Log(0.99995 / 0.0001),
            tolerance: 1e-12);
    }

    [Fact]
    public void Hellinger_OfCounts_IsEvidentlys() => // hell-01
        Assert.Equal(0.06812774370983345, HellingerDistance.Of(new AlignedBins(EvidentlyCurrent, EvidentlyReference)).Statistic, tolerance: 1e-12);

    [Fact]
    public void Hellinger_OfTwoSingleNumbers_IsOne() => // hell-02
        Assert.Equal(1.0, HellingerDistance.Of(AlignedBins.Of(DriftColumns.Complete(0.0), DriftColumns.Complete(5.0))).Statistic);

    [Fact]
    public void TotalVariation_OfCounts_IsTheShareThatMoved() => // tvd-02
        Assert.Equal(
            0.8636363636363636,
            TotalVariationDistance.Of(new AlignedBins([0, 0, 0, 0, 0, 88], EvidentlyReference)).Statistic,
            tolerance: 1e-12);

    [Theory]
    [InlineData(new long[] { 2, 0 }, new long[] { 1, 1 }, 0.46450140402245893)] // js-02
    [InlineData(new long[] { 1, 0, 0 }, new long[] { 1, 0, 0 }, 0.0)] // js-03
    public void JensenShannonDistance_InBaseE_IsSciPys(long[] current, long[] reference, double expected) =>
        Assert.Equal(
            expected, JensenShannonDivergence.Distance(new AlignedBins(current, reference), LogarithmBase.E).Statistic, tolerance: 1e-12);

    [Theory]
    [InlineData(new long[] { 2, 2, 0, 0 }, new long[] { 0, 0, 2, 2 }, 1.0)] // js-05
    [InlineData(new long[] { 1, 3 }, new long[] { 0, 1 }, 0.1379253809700299)] // js-06
    [InlineData(new long[] { 1, 1, 0 }, new long[] { 1, 0, 1 }, 0.5)] // js-08
    public void JensenShannonDivergence_InBase2_IsDataValidations(long[] current, long[] reference, double expected) =>
        Assert.Equal(expected, JensenShannonDivergence.Of(new AlignedBins(current, reference), LogarithmBase.Two).Statistic, tolerance: 1e-12);

    [Fact]
    public void JensenShannonDivergence_InBaseE_IsClarifys() => // js-10
        Assert.Equal(
            0.033822075568605205,
            JensenShannonDivergence.Of(new AlignedBins([2, 2], [1, 3]), LogarithmBase.E).Statistic,
            tolerance: 1e-12);

    /// <summary>SciPy 1.10.1: <c>jensenshannon([16,18,16,14,12,12], [16,16,16,16,16,8], 2)</c>.</summary>
    [Fact]
    public void JensenShannonDistance_InBase2_IsSciPys() =>
        Assert.Equal(
            0.08173421330573753,
            JensenShannonDivergence.Distance(new AlignedBins(EvidentlyCurrent, EvidentlyReference), LogarithmBase.Two).Statistic,
            tolerance: 1e-12);

    [Fact]
    public void KullbackLeibler_OfCounts_IsTheClosedForm() => // kl-01
        Assert.Equal(
            0.14384103622589042, KullbackLeiblerDivergence.Of(new AlignedBins([1, 1], [1, 3]), ZeroHandling.None).Statistic, tolerance: 1e-12);

    /// <summary>SciPy 1.10.1: <c>entropy([17,19,17,15,13,13], [17,17,17,17,17,9])</c>.</summary>
    [Fact]
    public void KullbackLeibler_WithOneAdded_IsSciPys() =>
        Assert.Equal(
            0.016264151475345344, KullbackLeiblerDivergence.Of(new AlignedBins(EvidentlyReference, EvidentlyCurrent)).Statistic, tolerance: 1e-12);

    [Fact]
    public void Bins_OfContinuousNumbers_HoldATenthOfTheReferenceEach()
    {
        SortedView reference = DriftColumns.Complete([.. Enumerable.Range(0, 1_000).Select(i => (double)i)]);

        AlignedBins bins = AlignedBins.Of(DriftColumns.Complete(-5.0, 99.0, 100.0, 2_000.0), reference);

        Assert.Equal(Enumerable.Repeat(100L, 10), bins.Reference.ToArray());
        Assert.Equal([2, 1, 0, 0, 0, 0, 0, 0, 0, 1], bins.Current.ToArray());
    }

    [Fact]
    public void Bins_OfAConstantReference_AreBelowEqualAndAbove()
    {
        AlignedBins bins = AlignedBins.Of(DriftColumns.Complete(1.0, 2.0, 2.0, 3.0, 3.0, 3.0), DriftColumns.Complete(2.0, 2.0));

        Assert.Equal([1, 2, 3], bins.Current.ToArray());
        Assert.Equal([0, 2, 0], bins.Reference.ToArray());
    }

    [Fact]
    public void Bins_OfUnequalLengthOrNegative_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new AlignedBins([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => new AlignedBins([1], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlignedBins.Of(DriftColumns.Complete(1.0), DriftColumns.Complete(1.0), count: 1));
    }

    [Fact]
    public void SymmetricDivergences_OfAnyCounts_AreSymmetricAndInTheirRange() =>
        Gen.Select(Gen.Long[0, 50].Array[6], Gen.Long[0, 50].Array[6]).Sample(
            (current, reference) =>
            {
                AlignedBins bins = new(current, reference);
                AlignedBins turned = new(reference, current);
                foreach ((Func<AlignedBins, DriftMeasurement> divergence, double most) in ((Func<AlignedBins, DriftMeasurement>, double)[])
                    [
                        (HellingerDistance.Of, 1.0),
                        (TotalVariationDistance.Of, 1.0),
                        (one => JensenShannonDivergence.Of(one, LogarithmBase.Two), 1.0),
                        (one => JensenShannonDivergence.Distance(one, LogarithmBase.E), Math.Sqrt(Math.Log(2.0))),
                        (one => PopulationStabilityIndex.Of(one, ZeroHandling.None), 1e3),
                        (one => PopulationStabilityIndex.Of(one, ZeroHandling.AddOne), 1e3),
                        (one => PopulationStabilityIndex.Of(one, ZeroHandling.Evidently), 1e3),
                    ])
                {
                    Assert.InRange(divergence(bins).Statistic, 0.0, most);
                    Assert.Equal(divergence(bins).Statistic, divergence(turned).Statistic, tolerance: 1e-9);
                }
            },
            iter: 500);

    /// <summary>Against all numbers, in the very bins of the sketched reference.</summary>
    [Theory]
    [InlineData(20_000, 30_000, 0.0)]
    [InlineData(20_000, 200_000, 0.1)]
    [InlineData(300_000, 100_000, 1.0)]
    public void Divergences_OfSketches_AreThoseOfAllNumbersWithinTheirBounds(int rows, int referenceRows, double shift)
    {
        SortedView current = DriftColumns.Sketched(DriftColumns.Normal(rows, seed: 1, mean: shift));
        SortedView reference = DriftColumns.Sketched(DriftColumns.Normal(referenceRows, seed: 2));
        AlignedBins sketched = AlignedBins.Of(current, reference);
        double[] ends = [.. Enumerable.Range(1, 9).Select(i => reference.Quantile(i / 10.0))];
        AlignedBins raw = new(
            Count(DriftColumns.Normal(rows, seed: 1, mean: shift), ends), Count(DriftColumns.Normal(referenceRows, seed: 2), ends));

        foreach (Func<AlignedBins, DriftMeasurement> divergence in (Func<AlignedBins, DriftMeasurement>[])
            [
                HellingerDistance.Of,
                TotalVariationDistance.Of,
                bins => JensenShannonDivergence.Of(bins, LogarithmBase.E),
                bins => JensenShannonDivergence.Distance(bins, LogarithmBase.Two),
                bins => KullbackLeiblerDivergence.Of(bins),
                bins => PopulationStabilityIndex.Of(bins, ZeroHandling.None),
                bins => PopulationStabilityIndex.Of(bins, ZeroHandling.AddOne),
                bins => PopulationStabilityIndex.Of(bins, ZeroHandling.Evidently),
            ])
        {
            DriftMeasurement measurement = divergence(sketched);
            Assert.InRange(measurement.Bound, 1e-9, 1.0);
            Assert.InRange(Math.Abs(measurement.Statistic - divergence(raw).Statistic), 0.0, measurement.Bound);
            Assert.Equal(0.0, divergence(raw).Bound);
        }
    }

    private static long[] Count(double[] numbers, double[] ends)
    {
        long[] counts = new long[ends.Length + 1];
        foreach (double number in numbers)
        {
            int place = Array.BinarySearch(ends, number);
            counts[place < 0 ? ~place : place]++;
        }

        return counts;
    }
}
