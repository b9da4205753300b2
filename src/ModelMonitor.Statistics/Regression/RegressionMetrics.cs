using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Regression;

/// <summary>The metrics of predictions that are numbers.</summary>
public static class RegressionMetrics
{
    /// <summary>The mean absolute error, in the label's unit.</summary>
    public static Estimate MeanAbsoluteError(RegressionState state, double z) => state.Absolute.Mean(z);

    /// <summary>The mean squared error, in the square of the label's unit.</summary>
    public static Estimate MeanSquaredError(RegressionState state, double z) => state.Squared.Mean(z);

    /// <summary>The root of the mean squared error; its standard error is that of the square over twice the root (delta method), its interval the root of the square's.</summary>
    public static Estimate RootMeanSquaredError(RegressionState state, double z)
    {
        Estimate square = state.Squared.Mean(z);
        if (square.Value is not { } value)
        {
            return square;
        }

        double root = Math.Sqrt(value);
        return square.StandardError is { } error
            ? Estimate.Between(root, root == 0.0 ? 0.0 : error / (2.0 * root), Math.Sqrt(square.Low!.Value), Math.Sqrt(square.High!.Value))
            : Estimate.Of(root);
    }

    /// <summary>The coefficient of determination, 1 − Σ(y−ŷ)²/Σ(y−ȳ)², at most 1; undefined when all labels are equal.</summary>
    public static Estimate DeterminationCoefficient(RegressionState state, double z) => state.Sums.ExplainedShare(state.Count, z);

    /// <summary>The mean absolute error as a share of the label, of rows whose label is not zero.</summary>
    public static Estimate MeanAbsolutePercentageError(RegressionState state, double z) =>
        state is { Count: > 0, Relative.Count: 0 } ? Estimate.Undefined(UndefinedReason.ZeroLabels) : state.Relative.Mean(z);

    /// <summary>The mean quantile (pinball) loss: max(τ·(y−ŷ), (τ−1)·(y−ŷ)).</summary>
    public static Estimate QuantileLoss(RegressionState state, double z) => state.Quantile.Mean(z);
}
