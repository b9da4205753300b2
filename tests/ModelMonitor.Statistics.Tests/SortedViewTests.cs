using CsCheck;

namespace ModelMonitor.Statistics.Tests;

public sealed class SortedViewTests
{
    [Fact]
    public void View_OfAnEmptySketch_HasNoRanksAndNaNQuantiles()
    {
        SortedView view = new(new KllSketch());

        Assert.Equal(0, view.TotalWeight);
        Assert.Equal(0, view.Rank(1.0));
        Assert.Equal(0, view.RankExclusive(1.0));
        Assert.Equal(double.NaN, view.Quantile(0.5));
    }

    [Fact]
    public void View_OfLevels_WeighsItemsByTwoToTheirLevel()
    {
        SortedView view = new(KllSketch.FromLevels([[3.0, 1.0], [2.0, 3.0], [0.0]]));

        Assert.Equal([0.0, 1.0, 2.0, 3.0], view.Values.ToArray());
        Assert.Equal([4L, 5L, 7L, 10L], view.Ranks.ToArray());
        Assert.Equal(10, view.TotalWeight);
        Assert.Equal((7L, 5L), (view.Rank(2.0), view.RankExclusive(2.0)));
        Assert.Equal((7L, 7L), (view.Rank(2.5), view.RankExclusive(2.5)));
        Assert.Equal((0L, 0L), (view.Rank(-1.0), view.RankExclusive(-1.0)));
        Assert.Equal((10L, 10L), (view.Rank(4.0), view.RankExclusive(4.0)));
    }

    [Fact]
    public void View_OfZerosOfEitherSign_HasOneZero()
    {
        SortedView view = new(KllSketch.FromLevels([[0.0, -0.0, 1.0, -0.0]]));

        Assert.Equal([0.0, 1.0], view.Values.ToArray());
        Assert.False(double.IsNegative(view.Values[0]));
        Assert.Equal(3, view.Rank(-0.0));
        Assert.Equal(0, view.RankExclusive(-0.0));
    }

    [Fact]
    public void View_OfInfinities_RanksThemAtTheEnds()
    {
        SortedView view = new(KllSketch.FromLevels([[double.PositiveInfinity, 0.0, double.NegativeInfinity]]));

        Assert.Equal((1L, 0L), (view.Rank(double.NegativeInfinity), view.RankExclusive(double.NegativeInfinity)));
        Assert.Equal((3L, 2L), (view.Rank(double.PositiveInfinity), view.RankExclusive(double.PositiveInfinity)));
        Assert.Equal(2, view.Rank(double.MaxValue));
    }

    [Fact]
    public void RankAndQuantile_OfAnExactSketch_AreThoseOfTheSortedNumbers() =>
        Gen.Select(Gen.Int[-20, 20].Array[1, 200], Gen.Double[0.0, 1.0], Gen.Int[-21, 21]).Sample(
            (numbers, q, value) =>
            {
                KllSketch sketch = new();
                sketch.Add([.. numbers.Select(number => (double)number)]);
                SortedView view = new(sketch);
                int[] sorted = [.. numbers.Order()];

                Assert.Equal(numbers.Count(number => number <= value), view.Rank(value));
                Assert.Equal(numbers.Count(number => number < value), view.RankExclusive(value));
                Assert.Equal(sorted[Math.Max(0, (int)Math.Ceiling(q * sorted.Length) - 1)], view.Quantile(q));
                Assert.Equal(sorted[0], view.Quantile(0.0));
                Assert.Equal(sorted[^1], view.Quantile(1.0));
            },
            iter: 2_000);
}
