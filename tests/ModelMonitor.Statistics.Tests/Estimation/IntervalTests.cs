using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Tests.Estimation;

public sealed class IntervalTests
{
    private static readonly ConfidenceLevel Confidence = new(0.95);

    [Fact]
    public void Z_Of95Percent_IsTheQuantile()
    {
        Assert.Equal(1.959963984540054, Confidence.Z, 1e-14);
        Assert.Equal(0.025, Confidence.Tail, 1e-15);
    }

    // Student's t, upper points: Abramowitz and Stegun, table 26.10; those of 0.0001 from t = cot(π·0.0001) and t² = 2(1 − 2α)²/(1 − (1 − 2α)²).
    [Theory]
    [InlineData(0.95, 1, 12.706, 5e-4)]
    [InlineData(0.95, 10, 2.228, 5e-4)]
    [InlineData(0.95, 120, 1.980, 5e-4)]
    [InlineData(0.9998, 1, 3183.098757, 1e-5)]
    [InlineData(0.9998, 2, 70.700071, 1e-5)]
    [InlineData(0.0, 5, 0.0, 1e-7)]
    public void T_OfPublishedCases_AgreesToTheDigitsPrinted(double level, double degreesOfFreedom, double expected, double tolerance) =>
        Assert.Equal(expected, new ConfidenceLevel(level).T(degreesOfFreedom), tolerance);

    [Fact]
    public void T_OfManyDegreesOfFreedom_PassesIntoTheNormalQuantile()
    {
        Assert.Equal(Confidence.Z, Confidence.T(1e6), 1e-5);
        Assert.Equal(Confidence.Z, Confidence.T(1e9));
    }

    // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), Table I, Clopper and Pearson's exact method.
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void Binomial_OfPublishedCases_AgreesToTheDigitsPrinted(int hits, int trials, double low, double high)
    {
        Estimate estimate = BinomialInterval.Of(hits, trials, Confidence, UndefinedReason.NoRows);

        Assert.Equal(low, estimate.Low!.Value, 5e-5);
        Assert.Equal(high, estimate.High!.Value, 5e-5);
    }

    // How often a proportion below the truth excludes it, summed over all counts: Wilson's did so 10, 46 and 198 times as often as asked.
    [Theory]
    [InlineData(0.99, 200)]
    [InlineData(0.999, 100)]
    [InlineData(0.9998, 100)]
    [InlineData(0.5, 30)]
    public void Binomial_NearOne_MissesTheTruthAtMostAsOftenAsAsked(double truth, int trials)
    {
        ConfidenceLevel confidence = new(1.0 - 2.0 * 0.0001);
        double missed = 0.0;
        double probability = Math.Pow(1.0 - truth, trials);
        for (int hits = 0; hits <= trials; hits++)
        {
            missed += BinomialInterval.Of(hits, trials, confidence, UndefinedReason.NoRows).High < truth ? probability : 0.0;
            probability *= (trials - hits) / (hits + 1.0) * (truth / (1.0 - truth));
        }

        Assert.InRange(missed, 0.0, 0.0001);
    }

    [Fact]
    public void Binomial_OfABillionRows_IsTheNormalOne()
    {
        Estimate estimate = BinomialInterval.Of(500_000_000, 1_000_000_000, Confidence, UndefinedReason.NoRows);

        Assert.Equal(0.5 + Confidence.Z * Math.Sqrt(0.25e-9), estimate.High!.Value, 1e-8);
        Assert.InRange(estimate.Low!.Value, 0.49996, 0.5);
    }

    [Fact]
    public void Binomial_OfNoTrials_NamesTheReason()
    {
        Estimate estimate = BinomialInterval.Of(0, 0, Confidence, UndefinedReason.NoPositiveLabels);

        Assert.Null(estimate.Value);
        Assert.Equal("no_positive_labels", estimate.Reason);
    }

    [Fact]
    public void F_OfAllRight_IsOneWithAnIntervalBelow()
    {
        Estimate f1 = ConfusionMetrics.F(new BinaryCounts(20, 0, 80, 0), 1.0, Confidence);

        Assert.Equal(1.0, f1.Value);
        Assert.Equal(1.0, f1.High);
        double share = Math.Pow(0.025, 1.0 / 20.0); // the exact bound on 20 of 20
        Assert.Equal(2.0 * share / (1.0 + share), f1.Low!.Value, 1e-12);
    }

    [Fact]
    public void F_WithoutPositiveLabels_IsUndefined()
    {
        Estimate f1 = ConfusionMetrics.F(new BinaryCounts(0, 7, 93, 0), 1.0, Confidence);

        Assert.Null(f1.Value);
        Assert.Equal(UndefinedReason.NoPositiveLabels, f1.Reason);
    }

    [Fact]
    public void F_StandardError_IsTheSpreadOfResamples()
    {
        // The share of true positives decides F1 alone: F1 = 2J/(1 + J), so its error follows from a proportion's.
        BinaryCounts counts = new(60, 25, 900, 15);
        const double J = 0.6;
        Estimate f1 = ConfusionMetrics.F(counts, 1.0, Confidence);

        Assert.Equal(2.0 * J / (1.0 + J), f1.Value!.Value, 1e-14);
        (double low, double high) = Exact(60, 100);
        Assert.Equal(2.0 * low / (1.0 + low), f1.Low!.Value, 1e-12);
        Assert.Equal(2.0 * high / (1.0 + high), f1.High!.Value, 1e-12);
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
        Assert.Equal(Math.Sqrt(variance), ClassAverages.Macro(matrix, ClassScore.F(1.0), Confidence).StandardError!.Value, 1e-8);
    }

    [Fact]
    public void Weighted_RecallOfAFewRows_IsTheAccuracyWithItsInterval()
    {
        ConfusionMatrix matrix = new(["a", "b"]);
        matrix.Add(0, 1, 1);

        Estimate recall = ClassAverages.Weighted(matrix, ClassScore.Recall, Confidence);

        Assert.Equal(ClassAverages.Accuracy(matrix, Confidence), recall);
        Assert.Equal((0.0, 0.975), (recall.Low!.Value, Math.Round(recall.High!.Value, 12)));
    }

    // The truth of these shares: a class of half, one of 30 % and one of 20 % of the rows.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(100)]
    public void Averages_OfAFewRows_MissTheTruthAtMostAsOftenAsAsked(int rows)
    {
        (int Actual, int Predicted, double Share)[] cells =
        [
            (0, 0, 0.40), (0, 1, 0.05), (0, 2, 0.05), (1, 0, 0.05), (1, 1, 0.20), (1, 2, 0.05), (2, 0, 0.02), (2, 1, 0.03), (2, 2, 0.15),
        ];
        const double WeightedF1 = (0.5 * 0.8 / 0.97) + (0.3 * 0.4 / 0.58) + (0.2 * 0.3 / 0.45);
        const double WeightedPrecision = (0.5 * 0.40 / 0.47) + (0.3 * 0.20 / 0.28) + (0.2 * 0.15 / 0.25);
        const double MacroRecall = (0.8 + 2.0 / 3.0 + 0.75) / 3.0;
        Random random = new(20_261_124);
        int[] missed = new int[3];
        const int Trials = 2_000;
        ConfidenceLevel confidence = new(0.98);
        for (int trial = 0; trial < Trials; trial++)
        {
            ConfusionMatrix matrix = new(["a", "b", "c"]);
            for (int i = 0; i < rows; i++)
            {
                double draw = random.NextDouble();
                int cell = 0;
                while (cell < cells.Length - 1 && (draw -= cells[cell].Share) >= 0.0)
                {
                    cell++;
                }

                matrix.Add(cells[cell].Actual, cells[cell].Predicted, 1);
            }

            missed[0] += ClassAverages.Weighted(matrix, ClassScore.F(1.0), confidence).High < WeightedF1 ? 1 : 0;
            missed[1] += ClassAverages.Weighted(matrix, ClassScore.Precision, confidence).High < WeightedPrecision ? 1 : 0;
            missed[2] += ClassAverages.Macro(matrix, ClassScore.Recall, confidence).High < MacroRecall ? 1 : 0;
        }

        Assert.All(missed, count => Assert.InRange(count, 0, Trials / 100 + 14));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void F_OfAFewRows_MissesTheTruthAtMostAsOftenAsAsked(double beta)
    {
        const double Right = 0.3;
        const double WronglyPositive = 0.1;
        const double Missed = 0.05;
        double square = beta * beta;
        double truth = (1.0 + square) * Right / ((1.0 + square) * Right + square * Missed + WronglyPositive);
        Random random = new(7);
        ConfidenceLevel confidence = new(0.98);
        int missed = 0;
        for (int trial = 0; trial < 4_000; trial++)
        {
            long[] counts = new long[4];
            for (int i = 0; i < 10; i++)
            {
                double draw = random.NextDouble();
                counts[draw < Right ? 0 : draw < Right + WronglyPositive ? 1 : draw < Right + WronglyPositive + Missed ? 2 : 3]++;
            }

            missed += ConfusionMetrics.F(new BinaryCounts(counts[0], counts[1], counts[3], counts[2]), beta, confidence).High < truth ? 1 : 0;
        }

        Assert.InRange(missed, 0, 60);
    }

    private static (double Low, double High) Exact(long hits, long trials)
    {
        Estimate share = BinomialInterval.Of(hits, trials, Confidence, UndefinedReason.NoRows);
        return (share.Low!.Value, share.High!.Value);
    }

    private static double F1(long[] cells, int moved, double by)
    {
        double[] c = [.. cells.Select((cell, i) => i == moved ? cell + by : cell)];
        return ((2.0 * c[0] / (2.0 * c[0] + c[1] + c[2])) + (2.0 * c[3] / (2.0 * c[3] + c[1] + c[2]))) / 2.0;
    }
}
