using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Regression;

/// <summary>The metrics of predictions that are numbers.</summary>
public static class RegressionMetrics
{
    /// <summary>The mean absolute error, in the label's unit.</summary>
    public static Estimate MeanAbsoluteError(RegressionState state, ConfidenceLevel confidence) => state.Absolute.Mean(confidence);

    /// <summary>The mean squared error, in the square of the label's unit.</summary>
    public static Estimate MeanSquaredError(RegressionState state, ConfidenceLevel confidence) => state.Squared.Mean(confidence);

    /// <summary>The root of the mean squared error; its standard error is that of the square over twice the root (delta method), its interval the root of the square's.</summary>
    public static Estimate RootMeanSquaredError(RegressionState state, ConfidenceLevel confidence)
    {
        Estimate square = state.Squared.Mean(confidence);
        if (square.Value is not { } value)
        {
            return square;
        }

        double root = Math.Sqrt(value);
        return square with
        {
            Value = root,
            StandardError = root == 0.0 ? square.StandardError : square.StandardError / (2.0 * root),
            Low = Root(square.Low),
            High = Root(square.High),
        };
    }

    /// <summary>The coefficient of determination, 1 − Σ(y−ŷ)²/Σ(y−ȳ)², at most 1; undefined when all labels are equal.</summary>
    public static Estimate DeterminationCoefficient(RegressionState state, ConfidenceLevel confidence) => state.Sums.ExplainedShare(state.Count, confidence);

    /// <summary>
    /// The mean absolute error as a share of the label, of rows whose label is not zero; undefined when an error is beyond
    /// <see cref="RegressionState.LargestNumber"/> times its label.
    /// </summary>
    public static Estimate MeanAbsolutePercentageError(RegressionState state, ConfidenceLevel confidence) => state switch
    {
        { RelativeBeyond: > 0 } => Estimate.Undefined(UndefinedReason.TooLarge),
        { Count: > 0, Relative.Count: 0 } => Estimate.Undefined(UndefinedReason.ZeroLabels),
        _ => state.Relative.Mean(confidence),
    };

    /// <summary>The mean quantile (pinball) loss: max(τ·(y−ŷ), (τ−1)·(y−ŷ)).</summary>
    public static Estimate QuantileLoss(RegressionState state, ConfidenceLevel confidence) => state.Quantile.Mean(confidence);

    private static double? Root(double? square) => square is { } known ? Math.Sqrt(known) : null;
}
