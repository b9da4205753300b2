using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Tests.Estimation;

public sealed class IntervalTests
{
    private static readonly double Z = ConfidenceLevel.ToZ(0.95);

    [Fact]
    public void ToZ_Of95Percent_IsTheQuantile() => Assert.Equal(1.959963984540054, Z, 1e-14);

    // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), Table I, Wilson without continuity correction.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_OfPublishedCases_AgreesToTheDigitsPrinted(int hits, int trials, double low, double high)
    {
        Estimate estimate = WilsonInterval.Of(hits, trials, Z, UndefinedReason.NoRows);

        Assert.Equal(low, estimate.Low!.Value, 5e-5);
        Assert.Equal(high, estimate.High!.Value, 5e-5);
    }

    [Fact]
    public void Wilson_OfNoTrials_NamesTheReason()
    {
        Estimate estimate = WilsonInterval.Of(0, 0, Z, UndefinedReason.NoPositiveLabels);

        Assert.Null(estimate.Value);
        Assert.Equal("no_positive_labels", estimate.Reason);
    }

    [Fact]
    public void F_OfAllRight_IsOneWithAnIntervalBelow()
    {
        Estimate f1 = ConfusionMetrics.F(new BinaryCounts(20, 0, 80, 0), 1.0, Z);

        Assert.Equal(1.0, f1.Value);
        Assert.Equal(1.0, f1.High);
        double share = 20.0 / (20.0 + Z * Z); // Wilson's bound on 20 of 20
        Assert.Equal(2.0 * share / (1.0 + share), f1.Low!.Value, 1e-12);
    }

    [Fact]
    public void F_StandardError_IsTheSpreadOfResamples()
    {
        // The share of true positives decides F1 alone: F1 = 2J/(1 + J), so its error follows from a proportion's.
        BinaryCounts counts = new(60, 25, 900, 15);
        const double J = 0.6;
        Estimate f1 = ConfusionMetrics.F(counts, 1.0, Z);

        Assert.Equal(2.0 * J / (1.0 + J), f1.Value!.Value, 1e-14);
        Assert.Equal(2.0 / ((1.0 + J) * (1.0 + J)) * Math.Sqrt(J * (1.0 - J) / 100.0), f1.StandardError!.Value, 1e-14);
    }

    [Fact]
    public void Macro_OfTwoClasses_HasTheErrorOfNumericalDerivatives()
    {
        long[] cells = [50, 7, 9, 30];
        double variance = 0.0;
        for (int i = 0; i < cells.Length; i++)
        {
            double up = F1(cells, i, 1e-4);
            double down = F1(cells, i, -1e-4);
            variance += cells[i] * Math.Pow((up - down) / 2e-4, 2.0);
        }

        ConfusionMatrix matrix = new(["a", "b"]);
        matrix.Add(0, 0, cells[0]);
        matrix.Add(0, 1, cells[1]);
        matrix.Add(1, 0, cells[2]);
        matrix.Add(1, 1, cells[3]);
        Assert.Equal(Math.Sqrt(variance), ClassAverages.Macro(matrix, ClassScore.F(1.0), Z).StandardError!.Value, 1e-8);
    }

    private static double F1(long[] cells, int moved, double by)
    {
        double[] c = [.. cells.Select((cell, i) => i == moved ? cell + by : cell)];
        return ((2.0 * c[0] / (2.0 * c[0] + c[1] + c[2])) + (2.0 * c[3] / (2.0 * c[3] + c[1] + c[2]))) / 2.0;
    }
}
