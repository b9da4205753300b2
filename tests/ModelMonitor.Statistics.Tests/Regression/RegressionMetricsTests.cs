using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Statistics.Tests.Regression;

public sealed class RegressionMetricsTests
{
    private static readonly ConfidenceLevel Confidence = new(0.95);

    // Labels of a spread around a number, as exact as around 0: their fourth powers have up to 37 digits in common.
    [Theory]
    [InlineData(1e7, 1_024.0)]
    [InlineData(1e8, 1.0)]
    [InlineData(3e7, 1.0)]
    [InlineData(1.7e9, 4.0)]
    [InlineData(1.7e12, 1_024.0)]
    [InlineData(1.7e12, 65_536.0)]
    public void Coefficient_FarFromZero_IsAsExactAsNear(double far, double spread)
    {
        RegressionState near = Of(500, i => spread * (i * 7_919 % 1_009) / 1_024.0, i => spread * (i * 31 % 7) / 64.0);
        RegressionState there = Of(500, i => far + spread * (i * 7_919 % 1_009) / 1_024.0, i => spread * (i * 31 % 7) / 64.0);

        Estimate expected = RegressionMetrics.DeterminationCoefficient(near, Confidence);
        Estimate actual = RegressionMetrics.DeterminationCoefficient(there, Confidence);

        Assert.InRange(expected.StandardError!.Value, 1e-4, 0.1);
        Assert.Equal(expected.Value!.Value, actual.Value!.Value, 1e-15);
        Assert.Equal(expected.StandardError.Value, actual.StandardError!.Value, 1e-12 * expected.StandardError.Value);
    }

    [Fact]
    public void Intervals_OfTooFewRows_AreNoneAndSaySo()
    {
        RegressionState one = Of(1, _ => 3.0, _ => 2.0);
        RegressionState two = Of(2, i => i, i => 1.0 + i);

        Assert.Equal(new Estimate(2.0, null, null, null, "too_few_rows"), RegressionMetrics.MeanAbsoluteError(one, Confidence));
        Assert.Equal((2.0, "too_few_rows"), (RegressionMetrics.RootMeanSquaredError(one, Confidence).Value, RegressionMetrics.RootMeanSquaredError(one, Confidence).Reason));
        Assert.Equal((null, "too_few_rows"), (RegressionMetrics.DeterminationCoefficient(two, Confidence).Low, RegressionMetrics.DeterminationCoefficient(two, Confidence).Reason));
    }

    [Fact]
    public void Means_OfEqualErrors_AreBoundedByWhatMayHaveGoneUnseen()
    {
        RegressionState two = Of(2, i => i, _ => 2.0);
        RegressionState many = Of(10_000, i => i, _ => 2.0);

        Estimate error = RegressionMetrics.MeanAbsoluteError(two, Confidence);

        Assert.Equal((2.0, null, "no_spread"), (error.Value, error.High, error.Reason));
        Assert.Equal(2.0 * Math.Sqrt(0.025), error.Low!.Value, 1e-12);
        Assert.InRange(RegressionMetrics.MeanAbsoluteError(many, Confidence).Low!.Value, 1.999, 2.0);
        Assert.Equal(2.0 * Math.Pow(0.025, 0.25), RegressionMetrics.RootMeanSquaredError(two, Confidence).Low!.Value, 1e-12);
    }

    [Fact]
    public void Mean_OfTwoRows_HasStudentsInterval()
    {
        Estimate error = RegressionMetrics.MeanAbsoluteError(Of(2, i => i, i => 1.0 + i), Confidence);

        Assert.Equal((1.5, 0.5), (error.Value, error.StandardError));
        Assert.Equal(0.0, error.Low);
        Assert.Equal(1.5 + 12.706204736432095 * 0.5, error.High!.Value, 1e-9);
    }

    // Errors of N(0, 1) have a mean of √(2/π), and labels of N(0, 1) with errors of N(0, ¼) a share of 0.75.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public void Intervals_OfAFewRows_ViolateAtMostAsOftenAsAsked(int rows)
    {
        ConfidenceLevel confidence = new(0.98);
        Random random = new(5);
        int maeBeyond = 0;
        int r2Beyond = 0;
        for (int trial = 0; trial < 1_000; trial++)
        {
            RegressionState state = RegressionState.CreateEmpty();
            for (int i = 0; i < rows; i++)
            {
                double label = Normal(random);
                state.Add(label - 0.5 * Normal(random), label, 0.5);
            }

            maeBeyond += RegressionMetrics.MeanAbsoluteError(state, confidence).Low > 0.3989422804 ? 1 : 0;
            r2Beyond += RegressionMetrics.DeterminationCoefficient(state, confidence).High < 0.75 ? 1 : 0;
        }

        Assert.InRange(maeBeyond, 0, 20);
        Assert.InRange(r2Beyond, 0, 20);
    }

    [Fact]
    public void PercentageError_OfALabelNextToZero_IsTooLarge()
    {
        RegressionState state = Of(10, i => i == 0 ? 1e-80 : 1.0, _ => 1.0);
        Assert.Equal(new Estimate(null, null, null, null, "too_large"), RegressionMetrics.MeanAbsolutePercentageError(state, Confidence));

        RegressionState zeros = Of(10, _ => 0.0, i => i);
        zeros.MergeFrom(state);
        Assert.Equal("too_large", RegressionMetrics.MeanAbsolutePercentageError(zeros, Confidence).Reason);
    }

    [Fact]
    public void Coefficient_OfConstantLabels_NamesTheReason() => Assert.Equal(
        UndefinedReason.ConstantLabels, RegressionMetrics.DeterminationCoefficient(Of(10, _ => 0.1, i => i), Confidence).Reason);

    [Fact]
    public void PercentageError_OfZeroLabels_LeavesThemOutOrNamesTheReason()
    {
        Assert.Equal(UndefinedReason.ZeroLabels, RegressionMetrics.MeanAbsolutePercentageError(Of(10, _ => 0.0, i => i), Confidence).Reason);
        Assert.Equal(0.5, RegressionMetrics.MeanAbsolutePercentageError(Of(10, i => i % 2 * 2.0, _ => 1.0), Confidence).Value);
    }

    [Fact]
    public void Metrics_OfNoRows_NameTheReason()
    {
        RegressionState empty = RegressionState.CreateEmpty();

        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.MeanAbsoluteError(empty, Confidence).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.RootMeanSquaredError(empty, Confidence).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.DeterminationCoefficient(empty, Confidence).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.MeanAbsolutePercentageError(empty, Confidence).Reason);
    }

    [Fact]
    public void Metrics_OfTheLargestNumbers_AreFinite()
    {
        RegressionState state = Of(100, i => i % 2 == 0 ? RegressionState.LargestNumber : -RegressionState.LargestNumber, i => 2.0 * RegressionState.LargestNumber * (i % 3 - 1));

        Assert.True(double.IsFinite(RegressionMetrics.MeanSquaredError(state, Confidence).High!.Value));
        Assert.True(double.IsFinite(RegressionMetrics.DeterminationCoefficient(state, Confidence).Low!.Value));
    }

    [Fact]
    public void Intervals_OfNinetyFivePercent_HoldTheTruthAboutThatOften()
    {
        Random random = new(20_261_124);
        int maeHeld = 0;
        int r2Held = 0;
        const int Trials = 400;
        for (int trial = 0; trial < Trials; trial++)
        {
            RegressionState state = RegressionState.CreateEmpty();
            for (int i = 0; i < 400; i++)
            {
                double label = Normal(random);
                state.Add(label - 0.5 * Normal(random), label, 0.5);
            }

            Estimate mae = RegressionMetrics.MeanAbsoluteError(state, Confidence);
            Estimate r2 = RegressionMetrics.DeterminationCoefficient(state, Confidence);
            maeHeld += mae.Low <= 0.3989422804 && mae.High >= 0.3989422804 ? 1 : 0; // 0.5·√(2/π)
            r2Held += r2.Low <= 0.75 && r2.High >= 0.75 ? 1 : 0;
        }

        Assert.InRange(maeHeld, 365, 395);
        Assert.InRange(r2Held, 365, 395);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());

    private static RegressionState Of(int rows, Func<int, double> label, Func<int, double> error)
    {
        RegressionState state = RegressionState.CreateEmpty();
        for (int i = 0; i < rows; i++)
        {
            state.Add(label(i) - error(i), label(i), 0.5);
        }

        return state;
    }
}
