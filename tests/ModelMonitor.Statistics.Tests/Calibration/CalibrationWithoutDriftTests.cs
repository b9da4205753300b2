using ModelMonitor.Statistics.Calibration;
using ModelMonitor.Statistics.Drift;
using ModelMonitor.Statistics.Tests.Drift;

namespace ModelMonitor.Statistics.Tests.Calibration;

/// <summary>p-values of columns without drift are as rare as they say, far out too.</summary>
public sealed class CalibrationWithoutDriftTests
{
    private const int Trials = 600;

    /// <summary>Columns without a variance: a window's largest number is often far beyond the baseline's.</summary>
    [Theory]
    [InlineData("wasserstein_normed", "cauchy")]
    [InlineData("wasserstein_normed", "pareto")]
    [InlineData("wasserstein_normed", "zeros")]
    [InlineData("wasserstein", "cauchy")]
    [InlineData("energy", "cauchy")]
    [InlineData("cramer_von_mises", "cauchy")]
    [InlineData("cramer_von_mises", "zeros")]
    [InlineData("cramer_von_mises", "stars")]
    public void PValue_WithoutDrift_IsAsRareAsItSays(string id, string column)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        Random random = new(7);
        int below = 0;
        int farBelow = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            DriftSample reference = new(DriftColumns.Complete(Draw(random, column, 1_000)));
            DriftSample current = new(DriftColumns.Complete(Draw(random, column, 250)));
            double pValue = CalibratedPValue.Of(method, method.Measure(current, reference), current, reference)
                ?? NullSimulation.Run(method, column, reference, 250)!.Value.UpperTail(method.Measure(current, reference).Statistic);
            below += pValue <= 0.05 ? 1 : 0;
            farBelow += pValue <= 0.001 ? 1 : 0;
        }

        Assert.InRange(below, 0, 48); // 30 and 3.4 standard deviations
        Assert.InRange(farBelow, 0, 4); // 0.6 expected; more than 4 once in 2,500
    }

    /// <summary>A baseline of one value has no chance to simulate: what counts is how many rows have another.</summary>
    [Theory]
    [InlineData("psi_10_addone")]
    [InlineData("js_distance_base2_10")]
    [InlineData("hellinger_10")]
    [InlineData("total_variation_10")]
    [InlineData("wasserstein_normed")]
    [InlineData("energy")]
    [InlineData("cramer_von_mises")]
    public void PValue_OfAConstantReference_IsThatOfTheRowsUnlikeIt(string id)
    {
        DriftMethod method = DriftMethods.Find(id)!;
        DriftSample reference = new(new SortedView([0.1], [2_000L]), Moments: new SampleMoments(2_000, 0.1, 0.0));

        Assert.Equal(1.0, PValue(new SortedView([0.1], [500L])));
        Assert.InRange(PValue(new SortedView([0.1, 0.9], [499L, 500L])), 0.15, 0.45); // once in five; two-sided twice that
        Assert.InRange(PValue(new SortedView([0.9], [500L])), 0.0, 1e-30);

        double PValue(SortedView current)
        {
            DriftSample sample = new(current, Moments: new SampleMoments(500, current.Values[^1], 0.0));
            return CalibratedPValue.Of(method, method.Measure(sample, reference), sample, reference)!.Value;
        }
    }

    [Fact]
    public void PValue_OfAReferenceOfOneCategory_IsThatOfTheRowsUnlikeIt()
    {
        DriftMethod method = DriftMethods.Find("js_distance_base2_10")!;
        DriftSample reference = new(Categories: DriftColumns.Lettered(2_000));

        Assert.Equal(0.2, PValue(499, 1), tolerance: 1e-9);
        Assert.InRange(PValue(0, 500), 0.0, 1e-30);

        double PValue(params long[] counts)
        {
            DriftSample current = new(Categories: DriftColumns.Lettered(counts));
            return CalibratedPValue.Of(method, method.Measure(current, reference), current, reference)!.Value;
        }
    }

    private static double[] Draw(Random random, string column, int count) => [.. Enumerable.Range(0, count).Select(_ => Draw(random, column))];

    private static double Draw(Random random, string column)
    {
        double u = 1.0 - random.NextDouble();
        return column switch
        {
            "cauchy" => Math.Tan(Math.PI * (u - 0.5)),
            "pareto" => Math.Pow(u, -1.0 / 1.5),
            "stars" => Math.Ceiling(5.0 * u),
            _ => random.NextDouble() < 0.9 ? 0.0 : u,
        };
    }
}
