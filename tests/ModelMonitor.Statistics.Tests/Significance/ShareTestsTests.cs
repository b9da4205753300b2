using CsCheck;
using ModelMonitor.Statistics.Distances;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Significance;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Significance;

/// <summary>
/// Cases named gtest-01 and chi2-18 hold numbers of SciPy's tests (commit 3dbf660), gtest-02, fisher and ztest of Evidently's
/// test_stattests.py (commit a4aa4c2), each computed again by a separate program.
/// </summary>
public sealed class ShareTestsTests
{
    [Fact]
    public void LikelihoodRatio_OfAUniformReference_IsSciPys() => // gtest-01
        Assert.Equal(
            4.185985150116383,
            GoodnessOfFitTest.OfLikelihoodRatio(DriftColumns.Lettered(4, 8, 12, 8), DriftColumns.Lettered(1, 1, 1, 1)).Statistic,
            tolerance: 1e-12);

    [Fact]
    public void LikelihoodRatio_OfEvidentlysColumns_IsItsPValue() => // gtest-02, whose reference is the expectation
        Assert.Equal(
            0.8176,
            GoodnessOfFitTest.OfLikelihoodRatio(DriftColumns.Lettered(4, 6, 8), DriftColumns.Lettered(5, 5, 8)).PValue!.Value,
            tolerance: 0.001);

    [Fact]
    public void PearsonOfContingency_WithYatesCorrection_DoesNotOvershoot() => // chi2-18
        Assert.Equal(
            1.0, ContingencyTest.OfPearson(DriftColumns.Lettered(1_573, 3), DriftColumns.Lettered(4, 0)).PValue!.Value, tolerance: 1e-12);

    /// <summary>
    /// SciPy 1.10.1: <c>chi2_contingency(t)</c> and <c>chi2_contingency(t, lambda_='log-likelihood')</c>, t = [[30,14,34,45],[57,20,10,72]] and
    /// [[30,14],[57,20]].
    /// </summary>
    [Fact]
    public void ContingencyTests_OfTables_AreSciPys()
    {
        CategoryDistribution current = DriftColumns.Lettered(30, 14, 34, 45);
        CategoryDistribution reference = DriftColumns.Lettered(57, 20, 10, 72);
        AssertTest(24.56439260965584, 1.9041945957010622e-5, ContingencyTest.OfPearson(current, reference));
        AssertTest(25.095129789844812, 1.474924477425335e-5, ContingencyTest.OfLikelihoodRatio(current, reference));

        CategoryDistribution two = DriftColumns.Lettered(30, 14);
        CategoryDistribution twoOfReference = DriftColumns.Lettered(57, 20);
        AssertTest(0.22827018738529894, 0.6328094353255128, ContingencyTest.OfPearson(two, twoOfReference));
        AssertTest(0.22662261489370827, 0.634039496008798, ContingencyTest.OfLikelihoodRatio(two, twoOfReference));
    }

    /// <summary>SciPy 1.10.1: <c>power_divergence([30,14,34,45], np.array([57,20,10,72])/159*123, lambda_='log-likelihood')</c>.</summary>
    [Fact]
    public void LikelihoodRatio_OfAReference_IsSciPys() => AssertTest(
        55.57135344212173,
        5.185776102773354e-12,
        GoodnessOfFitTest.OfLikelihoodRatio(DriftColumns.Lettered(30, 14, 34, 45), DriftColumns.Lettered(57, 20, 10, 72)));

    [Fact]
    public void GoodnessOfFit_WithoutACommonCategory_IsNotCompared() =>
        Assert.Equal(
            "The two sides have no category in common.",
            GoodnessOfFitTest.OfPearson(DriftColumns.Categories(("a", 5)), DriftColumns.Categories(("b", 5))).Reason);

    [Theory]
    [InlineData(30, 90, 45, 90, 0.033, 0.001)] // fisher-01
    [InlineData(2, 6, 2, 6, 1.0, 0.001)] // fisher-03
    [InlineData(0, 6, 6, 6, 0.0021, 0.001)] // fisher-04
    [InlineData(30, 90, 45, 90, 0.033972274322700745, 1e-12)] // SciPy 1.10.1: fisher_exact([[k, n-k], [l, m-l]])
    [InlineData(3, 20, 1, 20, 0.6049896049896051, 1e-12)]
    [InlineData(12, 500, 30, 9_500, 5.983917434693149e-7, 1e-16)]
    [InlineData(0, 50, 20, 2_000, 1.0, 1e-12)]
    [InlineData(700, 1_000, 650, 1_000, 0.019284321614513614, 1e-12)]
    public void Fisher_OfATable_IsSciPys(long hits, long size, long otherHits, long otherSize, double expected, double tolerance) =>
        Assert.Equal(expected, FisherExactTest.TwoSided(hits, size, otherHits, otherSize), tolerance);

    [Fact]
    public void Fisher_OfABillionRows_AgreesWithZ() =>
        Assert.Equal(
            ProportionTest.OfZ(500_020_000, 1_000_000_000, 500_000_000, 1_000_000_000).PValue!.Value,
            FisherExactTest.TwoSided(500_020_000, 1_000_000_000, 500_000_000, 1_000_000_000),
            tolerance: 1e-4);

    [Fact]
    public void Z_OfEqualHalves_IsCertain() // ztest-01
    {
        CategoryDistribution halves = DriftColumns.Lettered(10, 10);

        Assert.Equal(1.0, BinaryColumnTest.OfZ(halves, halves).PValue!.Value, tolerance: 1e-5);
    }

    /// <summary>z = (0.6 - 0.5) / √(0.55·0.45·(1/1000 + 1/1000)).</summary>
    [Fact]
    public void Z_OfTwoShares_IsTheClosedForm()
    {
        DriftMeasurement test = ProportionTest.OfZ(600, 1_000, 500, 1_000);

        Assert.Equal(0.1 / Math.Sqrt(0.55 * 0.45 * 0.002), test.Statistic, tolerance: 1e-12);
        Assert.Equal(0.1, test.Effect, tolerance: 1e-12);
        Assert.InRange(test.PValue!.Value, 6e-6, 8e-6);
    }

    [Fact]
    public void BinaryColumnTests_OfThreeCategories_AreNotCompared() =>
        Assert.Equal(
            "The test is of two categories, and there are 3.",
            BinaryColumnTest.OfFisher(DriftColumns.Lettered(1, 2), DriftColumns.Lettered(0, 2, 1)).Reason);

    [Theory]
    [InlineData(5, 500, 5, 500, true)] // small
    [InlineData(1, 1_000, 3, 1_000_000, true)] // rare
    [InlineData(100, 1_000, 90_000, 1_000_000, false)]
    public void Proportion_OfSmallOrRareCounts_IsExact(long hits, long size, long referenceHits, long referenceSize, bool isExact)
    {
        Assert.Equal(isExact, ProportionTest.Of(hits, size, referenceHits, referenceSize).IsExact);
        Assert.Equal(isExact, ProportionTest.OfIncrease(hits, size, referenceHits, referenceSize).IsExact);
    }

    [Fact]
    public void NewCategories_BeyondTheUsualOnes_AreTested()
    {
        CategoryDistribution reference = DriftColumns.Lettered(5_000, 4_990, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1); // 10 of 10,000 occur once
        DriftMeasurement usual = NewCategoryTest.Of(DriftColumns.Categories(("a", 998), ("b", 1), ("new", 1)), reference);
        DriftMeasurement many = NewCategoryTest.Of(DriftColumns.Categories(("a", 980), ("new", 20)), reference);

        Assert.Equal(0.001, usual.Statistic, tolerance: 1e-15);
        Assert.Equal(0.0, usual.Effect);
        Assert.InRange(usual.PValue!.Value, 0.5, 1.0);
        Assert.Equal(0.02, many.Statistic, tolerance: 1e-15);
        Assert.Equal(0.019, many.Effect, tolerance: 1e-12);
        Assert.InRange(many.PValue!.Value, 1e-30, 1e-9);
    }

    [Fact]
    public void NewCategories_FewerThanUsual_AreNoDrift() =>
        Assert.Equal(
            1.0,
            NewCategoryTest.Of(DriftColumns.Lettered(1_000), DriftColumns.Lettered(100, 1, 1, 1, 1, 1, 1, 1)).PValue!.Value,
            tolerance: 1e-12);

    [Fact]
    public void Fisher_OfAnyTable_IsSymmetricAndAProbability() =>
        Gen.Select(Gen.Long[0, 40], Gen.Long[0, 40], Gen.Long[0, 40], Gen.Long[0, 40]).Sample(
            (k, others, l, othersOfReference) =>
            {
                double pValue = FisherExactTest.TwoSided(k, k + others, l, l + othersOfReference);
                Assert.InRange(pValue, 0.0, 1.0);
                Assert.Equal(pValue, FisherExactTest.TwoSided(l, l + othersOfReference, k, k + others), tolerance: 1e-9);
                Assert.Equal(pValue, FisherExactTest.TwoSided(others, k + others, othersOfReference, l + othersOfReference), tolerance: 1e-9);
            },
            iter: 1_000);

    private static void AssertTest(double statistic, double pValue, DriftMeasurement test)
    {
        Assert.Equal(statistic, test.Statistic, tolerance: 1e-10);
        Assert.Equal(pValue, test.PValue!.Value, tolerance: 1e-9 * pValue);
    }
}
