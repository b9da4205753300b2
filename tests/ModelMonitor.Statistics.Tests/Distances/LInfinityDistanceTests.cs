using CsCheck;
using ModelMonitor.Statistics.Distances;

namespace ModelMonitor.Statistics.Tests.Distances;

/// <summary>
/// Cases named linf-* hold the numbers asserted in Deequ's KLLDistanceTest (awslabs/deequ, commit 0b8cea5), in
/// NannyML's test_univariate_drift_methods.py (commit 4c86ee3) and TensorFlow Data Validation's metrics_test.cc
/// (commit 710b32f), each computed again by a separate program.
/// </summary>
public sealed class LInfinityDistanceTests
{
    private static readonly CategoryDistribution Sample = Of(("a", 207), ("b", 20), ("c", 25), ("d", 14), ("e", 25), ("g", 13));
    private static readonly CategoryDistribution Baseline = Of(("a", 22), ("b", 20), ("c", 25), ("d", 12), ("e", 13), ("f", 15));

    [Fact]
    public void Between_OfCategoriesWithinTheCorrection_IsZeroWhenRobust() // linf-02
    {
        LInfinityDistance distance = LInfinityDistance.Between(
            Of(("a", 10), ("b", 20), ("c", 25), ("d", 10), ("e", 5)), Of(("a", 11), ("b", 20), ("c", 25), ("d", 10), ("e", 10)));

        Assert.Equal(0.0, distance.Robust);
        Assert.Equal(5.0 / 70 - 10.0 / 76, -distance.Simple, tolerance: 1e-15);
        Assert.Equal((70L, 76L), (distance.CurrentSize, distance.ReferenceSize));
    }

    [Fact]
    public void Between_OfCategoriesMissingOnOneSide_TakesTheirWholeShare() // linf-03
    {
        LInfinityDistance distance = LInfinityDistance.Between(
            Of(("a", 10), ("b", 20), ("c", 25), ("d", 10), ("e", 5)), Of(("f", 11), ("a", 20), ("c", 25), ("d", 10), ("e", 10)));

        Assert.Equal(0.2857142857142857, distance.Simple, tolerance: 1e-15);
    }

    [Theory]
    [InlineData(0.003, 0.2726338046550349)] // linf-05
    [InlineData(0.1, 0.33774199396969184)] // linf-06
    public void RobustAt_OfAnAlpha_IsDeequs(double alpha, double expected) =>
        Assert.Equal(expected, LInfinityDistance.Between(Sample, Baseline).RobustAt(alpha), tolerance: 1e-14);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void RobustAt_OfAnImpossibleAlpha_Throws(double alpha) =>
        Assert.ThrowsAny<ArgumentException>(() => LInfinityDistance.Between(Sample, Baseline).RobustAt(alpha));

    [Fact]
    public void Between_OfSmallSketches_IsZeroWhenRobust() // linf-08
    {
        LInfinityDistance distance = LInfinityDistance.Between(View([1, 2, 3, 4]), View([2, 3, 4, 5]));

        Assert.Equal(0.25, distance.Simple);
        Assert.Equal(0.0, distance.Robust);
    }

    [Fact]
    public void Between_OfShares_IsTheirLargestDifference() => // linf-09
        Assert.Equal(0.2, LInfinityDistance.Between(Of(("hello", 1), ("world", 9)), Of(("hello", 3), ("world", 7))).Simple, tolerance: 1e-15);

    [Fact]
    public void Between_WithANewCategory_IsItsShare() => // linf-11
        Assert.Equal(
            0.14285714285714285,
            LInfinityDistance.Between(Of(("a", 2), ("b", 2), ("c", 2), ("d", 1)), Of(("a", 2), ("b", 2), ("c", 2))).Simple,
            tolerance: 1e-12);

    [Fact]
    public void Between_OfOneCategoryAndMany_IsTheShareOfTheOthers() => // linf-12
        Assert.Equal(
            0.6666666666666666,
            LInfinityDistance.Between(Of(("b", 5)), Of(("a", 2), ("b", 2), ("c", 2))).Simple,
            tolerance: 1e-12);

    [Fact]
    public void Robust_OfLargeSamples_IsTheSimpleOneLessTheCorrection()
    {
        LInfinityDistance distance = new(Simple: 0.5, CurrentSize: 200, ReferenceSize: 300);

        Assert.Equal(0.5 - 1.8 * Math.Sqrt(500.0 / 60_000.0), distance.Robust);
    }

    [Fact]
    public void Between_WithAnEmptySide_IsZero()
    {
        foreach (LInfinityDistance distance in (LInfinityDistance[])
            [
                LInfinityDistance.Between(View([]), View([1.0])),
                LInfinityDistance.Between(View([1.0]), View([])),
                LInfinityDistance.Between(View([]), View([])),
                LInfinityDistance.Between(Of(), Of(("a", 3))),
                LInfinityDistance.Between(Of(("a", 3)), Of(("a", 0))),
            ])
        {
            Assert.Equal((0.0, 0.0, 0.0), (distance.Simple, distance.Robust, distance.RobustAt(0.1)));
        }
    }

    [Fact]
    public void Between_OfColumnsOfOneValue_IsZeroOrOne()
    {
        double[] sevens = [.. Enumerable.Repeat(7.0, 500)];
        double[] eights = [.. Enumerable.Repeat(8.0, 500)];

        Assert.Equal(0.0, LInfinityDistance.Between(View(sevens), View(sevens)).Simple);
        Assert.Equal(1.0, LInfinityDistance.Between(View(sevens), View(eights)).Simple);
        Assert.Equal(1.0, LInfinityDistance.Between(Of(("a", 500)), Of(("b", 500))).Simple);
        Assert.Equal(0.0, LInfinityDistance.Between(Of(("a", 500)), Of(("a", 3))).Simple);
    }

    [Fact]
    public void Between_OfAnyNumbers_IsTheKolmogorovSmirnovStatistic() =>
        Gen.Select(Gen.Int[-9, 9].Array[1, 60], Gen.Int[-9, 9].Array[1, 60]).Sample(
            (current, reference) =>
            {
                double expected = Enumerable.Range(-9, 19).Max(x => Math.Abs(
                    current.Count(value => value <= x) / (double)current.Length
                    - reference.Count(value => value <= x) / (double)reference.Length));
                SortedView one = View([.. current.Select(value => (double)value)]);
                SortedView other = View([.. reference.Select(value => (double)value)]);

                Assert.Equal(expected, LInfinityDistance.Between(one, other).Simple);
                Assert.Equal(expected, LInfinityDistance.Between(other, one).Simple);
            },
            iter: 2_000);

    [Fact]
    public void Between_OfAnyCategories_IsSymmetricAndAShare() =>
        Gen.Select(Gen.Long[0, 50].Array[6], Gen.Long[0, 50].Array[6]).Sample(
            (current, reference) =>
            {
                CategoryDistribution one = Of([.. current.Select((count, i) => ($"{i}", count))]);
                CategoryDistribution other = Of([.. reference.Select((count, i) => ($"{i}", count))]);
                LInfinityDistance distance = LInfinityDistance.Between(one, other);

                Assert.Equal(LInfinityDistance.Between(other, one).Simple, distance.Simple);
                Assert.InRange(distance.Simple, 0.0, 1.0);
                Assert.InRange(distance.Robust, 0.0, distance.Simple);
            },
            iter: 1_000);

    private static SortedView View(double[] numbers)
    {
        KllSketch sketch = new();
        sketch.Add(numbers);
        return new SortedView(sketch);
    }

    private static CategoryDistribution Of(params (string Category, long Count)[] counts) =>
        new(counts.Select(pair => KeyValuePair.Create(pair.Category, pair.Count)));
}
