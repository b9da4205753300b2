using CsCheck;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Significance;

/// <summary>
/// Cases named ks and cvm hold numbers of SciPy's test_stats.py and test_hypotests.py (commit 3dbf660), the others of Evidently's
/// test_stattests.py (commit a4aa4c2), each computed again by a separate program.
/// </summary>
public sealed class NumericTestsTests
{
    private static readonly double[] Reference = [38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0];
    private static readonly double[] Current = [39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8];
    private static readonly double[] OneToSix = [1, 2, 3, 4, 5, 6];

    [Theory]
    [InlineData(new[] { 0.0 }, new[] { 1.0 }, 1.0, 1.0)] // ks-01
    [InlineData(new[] { 0.99, 1.99 }, new[] { 1.0, 2, 3 }, 0.6666666666666666, 0.6)] // ks-03
    [InlineData(new[] { 1.01, 2.01 }, new[] { 1.0, 2, 3, 4 }, 0.5, 0.9333333333333333)] // ks-04
    public void KolmogorovSmirnov_OfAFewNumbers_IsSciPys(double[] one, double[] other, double distance, double pValue)
    {
        DriftMeasurement test = KolmogorovSmirnovTest.Of(DriftColumns.Complete(one), DriftColumns.Complete(other));

        Assert.Equal(distance, test.Statistic, tolerance: 1e-12);
        Assert.Equal(pValue, test.PValue!.Value, tolerance: 1e-12);
        Assert.True(test.IsExact);
    }

    [Theory]
    [InlineData(100, 2.1, 0.03, 0.999999999996206)] // ks-06
    [InlineData(110, 20.1, 0.2109090909090909, 0.015739183865607353)] // ks-07
    public void KolmogorovSmirnov_OfAHundredNumbers_IsSciPys(int size, double shift, double distance, double pValue)
    {
        double[] one = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        double[] other = [.. Enumerable.Range(0, size).Select(i => 1.0 + i * 99.0 / (size - 1) + shift)];

        DriftMeasurement test = KolmogorovSmirnovTest.Of(DriftColumns.Complete(one), DriftColumns.Complete(other));

        Assert.Equal(distance, test.Statistic, tolerance: 1e-12);
        Assert.Equal(pValue, test.PValue!.Value, tolerance: 1e-11);
    }

    [Theory]
    [InlineData(new[] { 3, 4, 0, 5, 4, 0 }, new[] { 0, 3, 4, 0, 5, 4 }, 0.3125, 0.4262934613454952)] // ks-09
    [InlineData(new[] { 3, 4, 0, 10, 4, 0 }, new[] { 0, 10, 2, 0, 10, 4 }, 0.34798534798534797, 0.0919245790168125)] // ks-10
    public void KolmogorovSmirnov_WithTies_IsSciPys(int[] ofOne, int[] ofOther, double distance, double pValue)
    {
        double[] values = [2, 3, 4, 5, 6, 7];
        DriftMeasurement test = KolmogorovSmirnovTest.Of(
            DriftColumns.Complete(DriftColumns.Repeated(values, ofOne)), DriftColumns.Complete(DriftColumns.Repeated(values, ofOther)));

        Assert.Equal(distance, test.Statistic, tolerance: 1e-12);
        Assert.Equal(pValue, test.PValue!.Value, tolerance: 1e-11);
    }

    /// <summary>SciPy 1.10.1: <c>kstwo.sf(d, n)</c>, the exact distribution of one sample.</summary>
    [Theory]
    [InlineData(20, 2.0, 0.00036273969781830395, 1e-4)]
    [InlineData(100, 1.36, 0.044860299790847456, 1e-4)]
    [InlineData(100, 3.0, 1.7719869892662917e-8, 1e-6)]
    [InlineData(100, 0.8, 0.5182193645480672, 1e-3)]
    [InlineData(5_000, 1.36, 0.048848556777154495, 1e-4)]
    [InlineData(5_000, 0.5, 0.9624348682860043, 1e-5)]
    public void KolmogorovDistribution_OfOneSample_IsSciPys(int n, double scaled, double expected, double relative) =>
        Assert.Equal(expected, KolmogorovDistribution.UpperTail(scaled / Math.Sqrt(n), n), tolerance: relative * expected);

    [Fact]
    public void KolmogorovLimit_WhereItsTwoFormsMeet_IsContinuous() =>
        Assert.Equal(
            KolmogorovDistribution.LimitUpperTail(Math.BitDecrement(1.0)), KolmogorovDistribution.LimitUpperTail(1.0), tolerance: 1e-14);

    [Fact]
    public void CramerVonMises_OfConoversExample_IsHis() // cvm-01
    {
        DriftMeasurement test = CramerVonMisesTest.Of(
            DriftColumns.Complete(7.6, 8.4, 8.6, 8.7, 9.3, 9.9, 10.1, 10.6, 11.2),
            DriftColumns.Complete(5.2, 5.7, 5.9, 6.5, 6.8, 8.2, 9.1, 9.8, 10.8, 11.3, 11.5, 12.3, 12.5, 13.4, 14.6));

        Assert.Equal(0.262, test.Statistic, tolerance: 0.01);
        Assert.Equal(0.18, test.PValue!.Value, tolerance: 0.01);
        Assert.Equal(0.1795224559766866, test.PValue!.Value, tolerance: 1e-6); // SciPy 1.10.1, method='asymptotic'
    }

    /// <summary>The percentage points of Csörgő and Faraway (1996), and of Lewis (1961) for Anderson and Darling.</summary>
    [Fact]
    public void Limits_AtTheirPercentagePoints_HaveTheseProbabilities()
    {
        Assert.Equal(0.05, CramerVonMisesLimit.UpperTail(0.46136), tolerance: 1e-5);
        Assert.Equal(0.01, CramerVonMisesLimit.UpperTail(0.74346), tolerance: 1e-5);
        Assert.Equal(0.1, AndersonDarlingLimit.UpperTail(1.933), tolerance: 1e-4);
        Assert.Equal(0.05, AndersonDarlingLimit.UpperTail(2.492), tolerance: 1e-4);
        Assert.InRange(AndersonDarlingLimit.UpperTail(60.0), 1e-30, 1e-25);
    }

    [Fact]
    public void Limits_OfGrowingStatistics_FallFromOneToZero() =>
        Gen.Double[0.0, 30.0].Select(Gen.Double[0.0, 3.0]).Sample(
            (x, step) =>
            {
                Assert.InRange(CramerVonMisesLimit.UpperTail(x + step), 0.0, CramerVonMisesLimit.UpperTail(x) + 1e-13);
                Assert.InRange(AndersonDarlingLimit.UpperTail(x + step), 0.0, AndersonDarlingLimit.UpperTail(x) + 1e-13);
            },
            iter: 500);

    [Fact]
    public void AndersonDarling_OfEvidentlysColumns_IsItsPValue() // ad-01
    {
        DriftMeasurement test = AndersonDarlingTest.Of(DriftColumns.Complete(Current), DriftColumns.Complete(Reference));

        Assert.Equal(0.0635, test.PValue!.Value, tolerance: 0.001);
        Assert.Equal(1.7183096744360893, test.Statistic, tolerance: 1e-12); // SciPy 1.10.1, anderson_ksamp
    }

    [Fact]
    public void Student_OfEvidentlysColumns_IsItsPValue() => // ttest-01
        Assert.Equal(0.084, MeanTest.OfStudent(Moments(Current), Moments(Reference)).PValue!.Value, tolerance: 0.001);

    /// <summary>SciPy 1.10.1: <c>ttest_ind(reference, current, equal_var=False)</c>.</summary>
    [Fact]
    public void Welch_OfEvidentlysColumns_IsSciPys()
    {
        DriftMeasurement test = MeanTest.OfWelch(Moments(Current), Moments(Reference));

        Assert.Equal(-1.8594523396226919, test.Statistic, tolerance: 1e-12);
        Assert.Equal(0.0951205647234383, test.PValue!.Value, tolerance: 1e-12);
    }

    [Fact]
    public void MeanTests_OfConstants_AreCertain()
    {
        SampleMoments threes = new(10, 3.0, 0.0);
        SampleMoments fours = new(10, 4.0, 0.0);

        Assert.Equal((0.0, 1.0, 0.0), Triple(MeanTest.OfWelch(threes, threes)));
        Assert.Equal((MeanTest.Largest, 0.0, MeanTest.Largest), Triple(MeanTest.OfWelch(fours, threes)));
        Assert.Equal((-MeanTest.Largest, 0.0, MeanTest.Largest), Triple(MeanTest.OfStudent(threes, fours)));
        Assert.False(MeanTest.OfWelch(threes, new SampleMoments(1, 3.0, 0.0)).IsCompared);
    }

    /// <summary>Sums of one number are rounded otherwise when there are more of them.</summary>
    [Theory]
    [InlineData("t_welch")]
    [InlineData("t_student")]
    [InlineData("cramer_von_mises")]
    public void Tests_OfOneNumberInAnotherLength_ShowNothing(string id)
    {
        DriftMeasurement test = DriftMethods.Find(id)!.Measure(
            Sample([.. Enumerable.Repeat(0.1, 500)]), Sample([.. Enumerable.Repeat(0.1, 2_000)]));

        Assert.Equal((0.0, 1.0, 0.0), Triple(test));
    }

    [Fact]
    public void MeanTests_OfMeansThatDifferByMoreThanRounding_AreCertain() =>
        Assert.Equal(0.0, MeanTest.OfWelch(new SampleMoments(10, 0.1 + 1e-14, 0.0), new SampleMoments(10, 0.1, 0.0)).PValue);

    /// <summary>Of the 715 ways to choose four of these thirteen, ten have a statistic as large. SciPy, which knows no ties, answers 0.</summary>
    [Fact]
    public void CramerVonMises_OfAFewTiedNumbers_CountsEveryWayToPartThem()
    {
        double[] four = [1, 2, 2.5, 4];
        double[] nine = [.. Enumerable.Repeat(2.5, 9)];

        DriftMeasurement test = CramerVonMisesTest.Of(DriftColumns.Complete(four), DriftColumns.Complete(nine));

        Assert.Equal(10.0 / 715.0, test.PValue!.Value, tolerance: 1e-12);
    }

    [Fact]
    public void CramerVonMises_OfAnyFewNumbers_CountsEveryWayToPartThem() =>
        Gen.Select(Gen.Int[-2, 3].Array[1, 6], Gen.Int[-2, 3].Array[1, 6]).Sample(
            (current, reference) =>
            {
                double[] one = [.. current.Select(x => (double)x)];
                double[] other = [.. reference.Select(x => (double)x)];

                Assert.Equal(ByPermutation(one, other), CramerVonMisesTest.Of(DriftColumns.Complete(one), DriftColumns.Complete(other)).PValue!.Value, tolerance: 1e-9);
            },
            iter: 30);

    /// <summary>The share of all ways to part the numbers whose statistic is at least the one seen.</summary>
    private static double ByPermutation(double[] one, double[] other)
    {
        double[] both = [.. one, .. other];
        double seen = Statistic(one, other);
        int ways = 0;
        int asExtreme = 0;
        for (int chosen = 0; chosen < 1 << both.Length; chosen++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)chosen) == one.Length)
            {
                ways++;
                asExtreme += Statistic(
                    [.. both.Where((_, i) => ((chosen >> i) & 1) == 1)], [.. both.Where((_, i) => ((chosen >> i) & 1) == 0)]) >= seen - 1e-9 ? 1 : 0;
            }
        }

        return asExtreme / (double)ways;

        static double Statistic(double[] one, double[] other) =>
            one.Distinct().Count() == 1 && other.Distinct().Count() == 1 && one[0] == other[0] ? 0.0
            : CramerVonMisesTest.Of(DriftColumns.Complete(one), DriftColumns.Complete(other)).Statistic;
    }

    /// <summary>The effect is the difference of the distributions, which one column has not from itself however many numbers are equal.</summary>
    [Fact]
    public void CramerVonMises_EffectOfTiedNumbers_IsTheDifferenceOfTheDistributions()
    {
        SortedView one = DriftColumns.Complete(DriftColumns.Repeated([0.0, 1.0], [97, 3]));
        SortedView other = DriftColumns.Complete(DriftColumns.Repeated([0.0, 1.0], [47, 53]));

        Assert.Equal(0.0, CramerVonMisesTest.Of(one, one).Effect);
        Assert.Equal(0.5 / Math.Sqrt(2.0), CramerVonMisesTest.Of(one, other).Effect, tolerance: 1e-12);
    }

    [Fact]
    public void MannWhitney_OfTiedNumbers_IsSciPys() // mwu-02
    {
        DriftMeasurement test = MannWhitneyTest.Of(
            DriftColumns.Complete(DriftColumns.Repeated(OneToSix, [16, 16, 16, 16, 16, 8])),
            DriftColumns.Complete(DriftColumns.Repeated(OneToSix, [16, 18, 16, 14, 12, 12])));

        Assert.Equal(0.962866061197499, test.PValue!.Value, tolerance: 1e-9);
        Assert.Contains(test.Statistic, (double[])[3_856.0, 88.0 * 88.0 - 3_856.0]);
    }

    [Fact]
    public void EppsSingleton_OfTiedNumbers_IsSciPys() // es-01
    {
        DriftMeasurement test = EppsSingletonTest.Of(
            DriftColumns.Complete(DriftColumns.Repeated(OneToSix, [16, 16, 16, 16, 16, 8])),
            DriftColumns.Complete(DriftColumns.Repeated(OneToSix, [16, 18, 16, 14, 12, 12])));

        Assert.Equal(0.8100227257210613, test.PValue!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void EppsSingleton_WithoutAnInterquartileRange_SaysSo()
    {
        SortedView zeros = DriftColumns.Complete(0, 0, 0, 0, 0, 7);

        Assert.Contains("interquartile range", EppsSingletonTest.Of(zeros, zeros).Reason, StringComparison.Ordinal);
        Assert.Equal((0.0, 1.0, 0.0), Triple(EppsSingletonTest.Of(DriftColumns.Complete(3, 3), DriftColumns.Complete(3))));
    }

    [Fact]
    public void EppsSingleton_OfTheLargestNumbers_StaysFinite()
    {
        DriftMeasurement test = EppsSingletonTest.Of(
            DriftColumns.Complete(-double.MaxValue, 0.0, 1.0, double.MaxValue), DriftColumns.Complete(-1e308, 1e-308, 5e-324, 1e308));

        Assert.True(!test.IsCompared || double.IsFinite(test.Statistic) && test.PValue is >= 0.0 and <= 1.0);
    }

    [Fact]
    public void Tests_OfAnyNumbers_AreSymmetric() =>
        Gen.Select(Gen.Int[-9, 9].Array[1, 40], Gen.Int[-9, 9].Array[1, 40]).Sample(
            (current, reference) =>
            {
                SortedView one = DriftColumns.Complete([.. current.Select(x => (double)x)]);
                SortedView other = DriftColumns.Complete([.. reference.Select(x => (double)x)]);
                foreach (Func<SortedView, SortedView, DriftMeasurement> test in (Func<SortedView, SortedView, DriftMeasurement>[])
                    [KolmogorovSmirnovTest.Of, CramerVonMisesTest.Of, AndersonDarlingTest.Of, MannWhitneyTest.Of])
                {
                    DriftMeasurement forth = test(one, other);
                    DriftMeasurement back = test(other, one);
                    Assert.Equal(forth.PValue!.Value, back.PValue!.Value, tolerance: 1e-9);
                    Assert.Equal(forth.Effect, back.Effect, tolerance: 1e-9);
                }
            },
            iter: 300);

    /// <summary>What a p-value promises: of columns without drift at most a share α has one of α or less (here, with sampling error).</summary>
    [Theory]
    [InlineData("ks", 60, 90)]
    [InlineData("cramer_von_mises", 60, 90)]
    [InlineData("anderson_darling", 60, 90)]
    [InlineData("mann_whitney", 60, 90)]
    [InlineData("epps_singleton", 400, 500)]
    [InlineData("t_welch", 60, 90)]
    [InlineData("ks", 500, 700)]
    public void PValues_WithoutDrift_AreAsRareAsTheySay(string id, int rows, int referenceRows)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        int rejected = 0;
        for (int i = 0; i < 2_000; i++)
        {
            DriftSample current = Sample(DriftColumns.Normal(rows, seed: 2 * i));
            DriftSample reference = Sample(DriftColumns.Normal(referenceRows, seed: 2 * i + 1));
            rejected += method.Measure(current, reference).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(rejected, 60, 125); // 100 ± 2.6 standard deviations; KS, with its steps, below
    }

    private static DriftSample Sample(double[] numbers) => new(Numbers: DriftColumns.Sketched(numbers), Moments: Moments(numbers));

    private static (double, double, double) Triple(DriftMeasurement test) => (test.Statistic, test.PValue!.Value, test.Effect);

    private static SampleMoments Moments(double[] numbers)
    {
        MomentsState state = new();
        state.Add(numbers);
        return SampleMoments.Of(state);
    }
}
