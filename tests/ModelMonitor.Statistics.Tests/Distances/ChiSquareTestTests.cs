using CsCheck;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Tests.Distances;

/// <summary>
/// Cases named chi2-01 to chi2-10 hold the numbers asserted in Deequ's KLLDistanceTest (awslabs/deequ, commit
/// 0b8cea5); chi2-12 is of Evidently's test_stattests.py (commit a4aa4c2), chi2-13 and -15 of SciPy's
/// test_stats.py (commit 3dbf660). Each was computed again by a separate program.
/// </summary>
public sealed class ChiSquareTestTests
{
    [Fact]
    public void Statistic_WithACategoryTheReferenceLacks_LeavesItOut() // chi2-01
    {
        ChiSquareTest test = ChiSquareTest.Of(
            Of(("a", 207), ("b", 20), ("c", 25), ("d", 14), ("e", 25), ("g", 13)),
            Of(("a", 223), ("b", 20), ("c", 25), ("d", 12), ("e", 13), ("f", 15)));

        Assert.Equal(28.175042782458068, test.Statistic, tolerance: 1e-9);
        Assert.Equal(5, test.DegreesOfFreedom);
    }

    [Fact]
    public void PValue_OfFiveCategories_IsDeequs() // chi2-03
    {
        ChiSquareTest test = ChiSquareTest.Of(
            Of(("a", 207), ("b", 20), ("c", 25), ("d", 14), ("e", 25)), Of(("a", 223), ("b", 20), ("c", 25), ("d", 12), ("e", 13)));

        Assert.Equal(0.013227994814265176, test.PValue, tolerance: 1e-12);
    }

    [Fact]
    public void Statistic_WithTooManyRareCategories_PutsThemTogether() // chi2-04
    {
        ChiSquareTest test = ChiSquareTest.Of(
            Of(("a", 100), ("b", 20), ("c", 25), ("d", 10), ("e", 5), ("f", 2)),
            Of(("a", 100), ("b", 22), ("c", 25), ("d", 5), ("e", 13), ("f", 2)));

        Assert.Equal(8.789790456457125, test.Statistic, tolerance: 1e-9);
        Assert.Equal(4, test.DegreesOfFreedom);
    }

    [Fact]
    public void Statistic_WithTwoOfFourRare_PutsThemTogether() => // chi2-06
        Assert.Equal(
            1.1507901668129925,
            ChiSquareTest.Of(Of(("a", 100), ("b", 4), ("c", 3), ("d", 27)), Of(("a", 100), ("b", 4), ("c", 3), ("d", 34))).Statistic,
            tolerance: 1e-9);

    [Fact]
    public void Statistic_WithAFewRareAmongMany_LeavesOneAlone() => // chi2-07
        Assert.Equal(
            6.827423492761593,
            ChiSquareTest.Of(
                Of(("a", 100), ("b", 4), ("c", 3), ("d", 27), ("e", 20), ("f", 20), ("g", 20), ("h", 20)),
                Of(("a", 100), ("b", 2), ("c", 1), ("d", 34), ("e", 20), ("f", 20), ("g", 20), ("h", 20))).Statistic,
            tolerance: 1e-9);

    [Fact]
    public void Of_NoCategoryInCommon_FindsNothing() => // chi2-09, where Deequ answers NaN
        Assert.Equal(ChiSquareTest.Impossible, ChiSquareTest.Of(Of(("a", 15), ("b", 20)), Of(("c", 20), ("d", 20))));

    [Fact]
    public void PValue_WithACategoryThatVanished_IsSmall() // chi2-10
    {
        ChiSquareTest test = ChiSquareTest.Of(Of(("a", 30)), Of(("a", 20), ("b", 20)));

        Assert.Equal(30.0, test.Statistic);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(4.3204630539861455e-08, test.PValue, tolerance: 1e-16);
    }

    [Fact]
    public void PValue_OfCountsAgainstTwiceTheReference_DependsOnSharesAlone() => // chi2-12
        Assert.Equal(
            0.67309,
            ChiSquareTest.Of(Of(16, 16, 16, 16, 16, 8), Of(32, 36, 32, 28, 24, 24)).PValue,
            tolerance: 1e-5);

    [Fact]
    public void Statistic_AgainstEqualShares_IsSciPys() => // chi2-13
        Assert.Equal(4.0, ChiSquareTest.Of(Of(4, 8, 12, 8), Of(8, 8, 8, 8)).Statistic, tolerance: 1e-12);

    [Theory]
    [InlineData(new long[] { 1_000, 3_000 }, new long[] { 500, 3_500 }, 571.428571428571)] // chi2-15, times 100 so that 10 are expected
    [InlineData(new long[] { 2_000, 2_000 }, new long[] { 1_500, 2_500 }, 266.666666666667)]
    public void Statistic_OfTwoCategories_IsSciPys(long[] current, long[] reference, double expected) =>
        Assert.Equal(expected, ChiSquareTest.Of(Of(current), Of(reference)).Statistic, tolerance: 1e-9);

    [Theory]
    [InlineData(new long[0], new long[] { 20, 20 })]
    [InlineData(new long[] { 20, 20 }, new long[0])]
    [InlineData(new long[0], new long[0])]
    [InlineData(new long[] { 50 }, new long[] { 50 })]
    [InlineData(new long[] { 9, 9 }, new long[] { 50, 50 })] // 9 expected of each: too few for two categories
    [InlineData(new long[] { 1, 1, 1 }, new long[] { 50, 50, 50 })]
    public void Of_WhatNoTestCanTell_FindsNothing(long[] current, long[] reference) =>
        Assert.Equal(ChiSquareTest.Impossible, ChiSquareTest.Of(Of(current), Of(reference)));

    [Fact]
    public void PValue_FarOut_KeepsItsDigits()
    {
        // One degree of freedom, statistic 400: 2·Φ(-20) = 5.507248237212467e-89 (R: 2 * pnorm(-20)).
        ChiSquareTest test = ChiSquareTest.Of(Of(0, 400), Of(200, 200));

        Assert.Equal(400.0, test.Statistic);
        Assert.Equal(5.507248237212467e-89, test.PValue, tolerance: 1e-99);
    }

    /// <summary>Categories expected equally often: the result does not depend on the order they come in.</summary>
    [Fact]
    public void Of_CategoriesThatTie_IsTheSameInAnyOrder() =>
        Gen.Select(Gen.Long[0, 6].Array[2, 12], Gen.Long[1, 3].Array[2, 12], Gen.Int[0, 1_000]).Sample(
            (current, reference, seed) =>
            {
                KeyValuePair<string, long>[] one = Pairs(current);
                KeyValuePair<string, long>[] other = Pairs(reference);
                ChiSquareTest expected = ChiSquareTest.Of(new CategoryDistribution(one), new CategoryDistribution(other));
                new Random(seed).Shuffle(one);
                new Random(seed + 1).Shuffle(other);

                Assert.Equal(expected, ChiSquareTest.Of(new CategoryDistribution(one), new CategoryDistribution(other)));
                Assert.InRange(expected.PValue, 0.0, 1.0);
                Assert.InRange(expected.Statistic, 0.0, double.MaxValue);
            },
            iter: 2_000);

    [Fact]
    public void Of_CategoriesThatTie_PutsTheFirstInOrdinalOrderAway()
    {
        // Expected 4 each of a, b and c, 12 of d. "a" is put to "b" (8), then "c" (4) to "b" (12): d and b are left.
        ChiSquareTest test = ChiSquareTest.Of(Of(("a", 8), ("b", 0), ("c", 0), ("d", 16)), Of(("a", 4), ("b", 4), ("c", 4), ("d", 12)));

        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(16.0 / 12.0 + 16.0 / 12.0, test.Statistic, tolerance: 1e-12);
    }

    private static CategoryDistribution Of(params long[] counts) => new(Pairs(counts));

    private static CategoryDistribution Of(params (string Category, long Count)[] counts) =>
        new(counts.Select(pair => KeyValuePair.Create(pair.Category, pair.Count)));

    private static KeyValuePair<string, long>[] Pairs(long[] counts) =>
        [.. counts.Select((count, i) => KeyValuePair.Create($"category {i}", count))];
}
