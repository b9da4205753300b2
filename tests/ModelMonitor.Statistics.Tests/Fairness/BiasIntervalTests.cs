using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Statistics.Tests.Fairness;

public sealed class BiasIntervalTests
{
    private const double Z95 = 1.959963984540054;

    [Theory]
    [InlineData(0.95, Z95)]
    [InlineData(0.9999, 3.890591886413094)] // scipy.stats.norm.ppf(0.99995)
    public void Z_OfAConfidence_IsTheQuantile(double confidence, double expected) =>
        Assert.Equal(expected, new ConfidenceLevel(confidence).Z, 1e-9);

    // Newcombe 1998, table II, cases (a), (d), (e) and (h) by method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0)]
    public void Difference_OfShares_HasThePublishedInterval(int hits, int size, int otherHits, int otherSize, double lower, double upper)
    {
        ConfidenceInterval interval = ProportionInterval.Difference(hits, size, otherHits, otherSize, Z95);
        Assert.Equal(lower, interval.Lower, 1e-4);
        Assert.Equal(upper, interval.Upper, 1e-4);
    }

    [Fact]
    public void Quotient_OfShares_HoldsTheQuotientAndReachesFromZeroToInfinityWithoutHits()
    {
        ConfidenceInterval interval = ProportionInterval.Quotient(80, 400, 240, 400, Z95);
        Assert.InRange(80.0 / 240.0, interval.Lower, interval.Upper);
        Assert.InRange(interval.Upper - interval.Lower, 0.05, 0.2);
        Assert.Equal(0.0, ProportionInterval.Quotient(0, 10, 5, 10, Z95).Lower);
        Assert.Equal(double.PositiveInfinity, ProportionInterval.Quotient(5, 10, 0, 10, Z95).Upper);
    }

    [Fact]
    public void Intervals_OfABootstrap_AreAboutAsWideAsInClosedForm()
    {
        FacetCells cells = Table(800, 400, 500, 300);
        IBiasMetric metric = BiasMetrics.Find("DPL")!;
        ConfidenceInterval closed = metric.Interval(FacetCounts.Of(cells, hasGroups: false), Z95)!.Value;
        ConfidenceInterval drawn = Assert.Single(BiasBootstrap.Intervals(cells, hasGroups: false, [metric], Z95))!.Value;
        Assert.InRange((drawn.Upper - drawn.Lower) / (closed.Upper - closed.Lower), 0.9, 1.1);
        Assert.Equal(drawn, BiasBootstrap.Intervals(cells, hasGroups: false, [metric], Z95)[0]);
    }

    [Fact]
    public void Intervals_OfAnInfiniteQuotient_DoNotTakeAZeroForCertain()
    {
        FacetCells cells = new(groups: 0);
        cells.Add(-1, isSensitive: true, 2, 1, 3);
        cells.Add(-1, isSensitive: true, 2, 2, 20);
        cells.Add(-1, isSensitive: false, 2, 1, 30);
        cells.Add(-1, isSensitive: false, 1, 2, 30);
        ConfidenceInterval interval = BiasMetrics.Find("TE")!.Interval(FacetCounts.Of(cells, hasGroups: false), Z95)!.Value;
        Assert.Equal(double.PositiveInfinity, interval.Upper);
        Assert.Equal(0.7810 - 1.6501, interval.Lower, 1e-3); // odds of Wilson's least share of 3 of 3, 0.4385, less those of the largest of 30 of 60, 0.6226
    }

    [Fact]
    public void FlipTest_OfTiedNeighbours_SharesTheVote()
    {
        // Twelve rows outside the facet at 0 and 1; the facet's row at 0 sees six equally near, four of them positive.
        List<FlipRow> rows = [new(true, false, 1), new(false, true, 4), new(false, false, 2), new(false, false, 6)];
        Assert.Equal(new FlipCounts(0, 1, 1), FlipTest.Test([0, 0, 0, 1], 1, rows));
        rows[1] = new(false, true, 3);
        rows[2] = new(false, false, 3);
        Assert.Equal(new FlipCounts(0, 0, 1), FlipTest.Test([0, 0, 0, 1], 1, rows));
    }

    [Fact]
    public void FlipTest_OfFewRows_AsksTheNearestAlone()
    {
        List<FlipRow> rows = [new(true, true, 2), new(false, false, 1), new(false, true, 8)];
        Assert.Equal(new FlipCounts(2, 0, 2), FlipTest.Test([0, 0.1, 5], 1, rows));
        rows[2] = new(false, true, 9);
        Assert.Equal(new FlipCounts(0, 0, 2), FlipTest.Test([0, 0.1, 5], 1, rows));
    }

    [Fact]
    public void RankingGain_OfTheGuidesExample_IsItsNumber()
    {
        Assert.Equal(0.6876396241226223, RankingGain.Normalised([0.7, 0.5, 0.05], [0.1, 0.2, 0.7])!.Value, 1e-15);
        Assert.Equal(1.0, RankingGain.Normalised([0.7, 0.5, 0.05], [9, 8, 7]));
        Assert.Null(RankingGain.Normalised([0.0, 0.0], [1.0, 2.0]));
    }

    private static FacetCells Table(long others, long othersPositive, long facet, long facetPositive)
    {
        FacetCells cells = new(groups: 0);
        cells.Add(-1, isSensitive: false, 2, 0, othersPositive);
        cells.Add(-1, isSensitive: false, 1, 0, others - othersPositive);
        cells.Add(-1, isSensitive: true, 2, 0, facetPositive);
        cells.Add(-1, isSensitive: true, 1, 0, facet - facetPositive);
        return cells;
    }
}
