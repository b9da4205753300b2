using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Statistics.Tests.Fairness;

/// <summary>Windows of known chances are drawn with a seed: how often an interval misses the truth is what its confidence says.</summary>
public sealed class BiasCoverageTests
{
    private const int Windows = 4_000;

    // True negative, false positive, false negative, true positive; the interval misses 1 % of all windows on one side.
    [Theory]
    [InlineData("TE", 400, 400)]
    [InlineData("TE", 2_000, 200)]
    [InlineData("DCA", 400, 400)]
    [InlineData("DCA", 300, 60)]
    [InlineData("DCR", 400, 400)]
    [InlineData("DCR", 300, 60)]
    public void Interval_OfAnUnboundedMetric_MissesAsOftenAsItsConfidenceSays(string name, int others, int facet)
    {
        IBiasMetric metric = BiasMetrics.Find(name)!;
        double[] chances = [0.5, 0.1, 0.1, 0.3];
        SeededDraws draws = new(7);
        double z = new ConfidenceLevel(0.98).Z;
        int below = 0;
        int above = 0;
        for (int window = 0; window < Windows; window++)
        {
            FacetCounts counts = Draw(draws, chances, others, chances, facet);
            ConfidenceInterval interval = metric.Interval(counts, z)!.Value;
            below += interval.Upper < 0.0 ? 1 : 0;
            above += interval.Lower > 0.0 ? 1 : 0;
        }

        // Four standard deviations above the 40 of 4,000 windows; a quarter of them shows that it is no blunt interval.
        Assert.InRange(below, 10, 65);
        Assert.InRange(above, 10, 65);
    }

    /// <summary>The sides differ, so that the truth is not at the end of the range.</summary>
    [Theory]
    [InlineData("KL")]
    [InlineData("JS")]
    [InlineData("LP")]
    [InlineData("KS")]
    [InlineData("TVD")]
    public void Interval_OfADistance_MissesAsOftenAsItsConfidenceSays(string name)
    {
        IBiasMetric metric = BiasMetrics.Find(name)!;
        double[] others = [0.5, 0.1, 0.1, 0.3];
        double[] facet = [0.6, 0.15, 0.05, 0.2];
        double truth = metric.Measure(Expected(others, facet)).Value!.Value;
        SeededDraws draws = new(11);
        double z = new ConfidenceLevel(0.98).Z;
        int below = 0;
        int above = 0;
        for (int window = 0; window < Windows; window++)
        {
            ConfidenceInterval interval = metric.Interval(Draw(draws, others, 800, facet, 500), z)!.Value;
            Assert.InRange(interval.Lower, metric.Least, metric.Most);
            Assert.InRange(interval.Upper, metric.Least, metric.Most);
            below += interval.Upper < truth ? 1 : 0;
            above += interval.Lower > truth ? 1 : 0;
        }

        Assert.InRange(below, 10, 65);
        Assert.InRange(above, 10, 65);
    }

    /// <summary>10,000 distinct rows as frequent as words are (Zipf), of which 2,048 are sampled; a million rows without chance of their own.</summary>
    [Theory]
    [InlineData(0.7)]
    [InlineData(1.0)]
    public void Interval_OfAFlipTestOnASampleOfDistinctRows_HoldsTheValueOfAllRows(double exponent)
    {
        const int Distinct = 10_000;
        const int Sampled = 2_048;
        long[] counts = [.. Enumerable.Range(1, Distinct).Select(rank => 1L + (long)(100_000.0 / Math.Pow(rank, exponent)))];
        Random random = new(3);
        IBiasMetric metric = BiasMetrics.Find("FT")!;
        double z = new ConfidenceLevel(0.9999).Z;
        int missed = 0;
        int missedAsRows = 0;
        for (int window = 0; window < 200; window++)
        {
            // Of ten rows one fares better than its neighbours and one worse.
            int[] kinds = [.. counts.Select(_ => random.Next(10) switch { 0 => 1, 1 => -1, _ => 0 })];
            double truth = kinds.Zip(counts, (kind, count) => kind * (double)count).Sum() / counts.Sum();
            int[] order = [.. Enumerable.Range(0, Distinct)];
            random.Shuffle(order);
            FlipCounts flips = Test([.. order[..Sampled].Select(i => (kinds[i], counts[i]))]);
            missed += Misses(metric, flips, z, truth) ? 1 : 0;
            missedAsRows += Misses(metric, flips with { Clusters = null }, z, truth) ? 1 : 0;
        }

        Assert.Equal(0, missed);
        Assert.InRange(missedAsRows, 150, 200); // What it was when repeats counted as rows of their own.
    }

    private static bool Misses(IBiasMetric metric, FlipCounts flips, double z, double truth)
    {
        ConfidenceInterval interval = metric.Interval(Expected([0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]) with { Flips = flips }, z)!.Value;
        return truth < interval.Lower || truth > interval.Upper;
    }

    /// <summary>Two neighbours: at 0 one predicted negative, at 1 one predicted positive; rows of the facet stand at either, and are predicted as their kind needs it.</summary>
    private static FlipCounts Test((int Kind, long Count)[] facet)
    {
        double[] features = [0.0, 1.0, .. facet.Select(row => row.Kind > 0 ? 0.0 : 1.0)];
        FlipRow[] rows =
        [
            new(false, false, 1), new(false, true, 1), .. facet.Select(row => new FlipRow(true, row.Kind >= 0, row.Count)),
        ];
        return FlipTest.Test(features, 1, rows, isSample: true);
    }

    private static FacetCounts Draw(SeededDraws draws, double[] others, int otherRows, double[] facet, int facetRows)
    {
        FacetCells cells = new(groups: 0);
        long[] drawn = new long[4];
        foreach ((double[] chances, int rows, bool isSensitive) in new[] { (others, otherRows, false), (facet, facetRows, true) })
        {
            draws.Multinomial(rows, chances, drawn);
            Add(cells, isSensitive, drawn);
        }

        return FacetCounts.Of(cells, hasGroups: false);
    }

    private static FacetCounts Expected(double[] others, double[] facet)
    {
        FacetCells cells = new(groups: 0);
        Add(cells, isSensitive: false, [.. others.Select(chance => (long)Math.Round(chance * 1e6))]);
        Add(cells, isSensitive: true, [.. facet.Select(chance => (long)Math.Round(chance * 1e6))]);
        return FacetCounts.Of(cells, hasGroups: false);
    }

    private static void Add(FacetCells cells, bool isSensitive, long[] rows)
    {
        cells.Add(-1, isSensitive, 1, 1, rows[0]);
        cells.Add(-1, isSensitive, 1, 2, rows[1]);
        cells.Add(-1, isSensitive, 2, 1, rows[2]);
        cells.Add(-1, isSensitive, 2, 2, rows[3]);
    }
}
