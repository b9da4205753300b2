using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Statistics.Tests.Regression;

public sealed class RegressionMetricsTests
{
    private const double Z = 1.959963984540054;

    [Fact]
    public void Coefficient_FarFromZero_IsAsExactAsNear()
    {
        RegressionState near = Of(500, i => i * 7_919 % 1_009, i => i * 31 % 7);
        RegressionState far = Of(500, i => 1e7 + i * 7_919 % 1_009, i => i * 31 % 7);

        Estimate expected = RegressionMetrics.DeterminationCoefficient(near, Z);
        Estimate actual = RegressionMetrics.DeterminationCoefficient(far, Z);

        Assert.Equal(expected.Value!.Value, actual.Value!.Value, 1e-15);
        Assert.Equal(expected.StandardError!.Value, actual.StandardError!.Value, 1e-9 * expected.StandardError.Value);
    }

    [Fact]
    public void Coefficient_OfConstantLabels_NamesTheReason() => Assert.Equal(
        UndefinedReason.ConstantLabels, RegressionMetrics.DeterminationCoefficient(Of(10, _ => 0.1, i => i), Z).Reason);

    [Fact]
    public void PercentageError_OfZeroLabels_LeavesThemOutOrNamesTheReason()
    {
        Assert.Equal(UndefinedReason.ZeroLabels, RegressionMetrics.MeanAbsolutePercentageError(Of(10, _ => 0.0, i => i), Z).Reason);
        Assert.Equal(0.5, RegressionMetrics.MeanAbsolutePercentageError(Of(10, i => i % 2 * 2.0, _ => 1.0), Z).Value);
    }

    [Fact]
    public void Metrics_OfNoRows_NameTheReason()
    {
        RegressionState empty = RegressionState.CreateEmpty();

        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.MeanAbsoluteError(empty, Z).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.RootMeanSquaredError(empty, Z).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.DeterminationCoefficient(empty, Z).Reason);
        Assert.Equal(UndefinedReason.NoRows, RegressionMetrics.MeanAbsolutePercentageError(empty, Z).Reason);
    }

    [Fact]
    public void Metrics_OfTheLargestNumbers_AreFinite()
    {
        RegressionState state = Of(100, i => i % 2 == 0 ? RegressionState.LargestNumber : -RegressionState.LargestNumber, i => 2.0 * RegressionState.LargestNumber * (i % 3 - 1));

        Assert.True(double.IsFinite(RegressionMetrics.MeanSquaredError(state, Z).High!.Value));
        Assert.True(double.IsFinite(RegressionMetrics.DeterminationCoefficient(state, Z).Low!.Value));
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

            Estimate mae = RegressionMetrics.MeanAbsoluteError(state, Z);
            Estimate r2 = RegressionMetrics.DeterminationCoefficient(state, Z);
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
