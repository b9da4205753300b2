using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Quality;

/// <summary>All metrics of a problem with their intervals, SageMaker's first and in its order; what is undefined says why.</summary>
internal static class EstimatedMetrics
{
    private const string Constant = "_best_constant_classifier";

    /// <summary>The names and estimates, in the order of the file.</summary>
    /// <param name="state">What is kept of the rows.</param>
    /// <param name="problem">What the model predicts.</param>
    /// <param name="level">The confidence of the intervals.</param>
    public static IReadOnlyList<(string Name, Estimate Estimate)> Of(QualityState state, ProblemType problem, double level)
    {
        ConfidenceLevel confidence = new(level);
        return problem switch
        {
            ProblemType.Regression => Of(state.Regression, confidence),
            ProblemType.BinaryClassification => Of(state.Binary, confidence),
            _ => Of(state.Classes.ToMatrix(), confidence),
        };
    }

    /// <summary>The metrics of one class against all others.</summary>
    public static IReadOnlyList<(string Name, Estimate Estimate)> OfClass(BinaryCounts counts, ConfidenceLevel confidence) =>
    [
        ("recall", Renamed(ConfusionMetrics.Recall(counts, confidence))),
        ("precision", Renamed(ConfusionMetrics.Precision(counts, confidence))),
        ("f1", Renamed(ConfusionMetrics.F(counts, 1.0, confidence))),
    ];

    private static Estimate Renamed(Estimate estimate) =>
        estimate.Value is not null ? estimate : Estimate.Undefined(UndefinedReason.NoRowsOfClass);

    private static (string, Estimate)[] Of(RegressionState state, ConfidenceLevel confidence) =>
    [
        ("mae", RegressionMetrics.MeanAbsoluteError(state, confidence)),
        ("mse", RegressionMetrics.MeanSquaredError(state, confidence)),
        ("rmse", RegressionMetrics.RootMeanSquaredError(state, confidence)),
        ("r2", RegressionMetrics.DeterminationCoefficient(state, confidence)),
        ("mape", RegressionMetrics.MeanAbsolutePercentageError(state, confidence)),
        ("quantile_loss", RegressionMetrics.QuantileLoss(state, confidence)),
    ];

    private static (string, Estimate)[] Of(BinaryState state, ConfidenceLevel confidence)
    {
        BinaryCounts counts = state.Counts;
        BinaryCounts constant = counts.OfBestConstant();
        RankingCurves curves = new(state.Scores);
        return
        [
            ("recall", ConfusionMetrics.Recall(counts, confidence)),
            ("precision", ConfusionMetrics.Precision(counts, confidence)),
            ("accuracy", ConfusionMetrics.Accuracy(counts, confidence)),
            ("recall" + Constant, ConfusionMetrics.Recall(constant, confidence)),
            ("precision" + Constant, ConfusionMetrics.Precision(constant, confidence)),
            ("accuracy" + Constant, ConfusionMetrics.Accuracy(constant, confidence)),
            ("true_positive_rate", ConfusionMetrics.Recall(counts, confidence)),
            ("true_negative_rate", ConfusionMetrics.TrueNegativeRate(counts, confidence)),
            ("false_positive_rate", ConfusionMetrics.FalsePositiveRate(counts, confidence)),
            ("false_negative_rate", ConfusionMetrics.FalseNegativeRate(counts, confidence)),
            ("auc", OfProbabilities(state, curves.Area(confidence))),
            ("f0_5", ConfusionMetrics.F(counts, 0.5, confidence)),
            ("f1", ConfusionMetrics.F(counts, 1.0, confidence)),
            ("f2", ConfusionMetrics.F(counts, 2.0, confidence)),
            ("f0_5" + Constant, ConfusionMetrics.F(constant, 0.5, confidence)),
            ("f1" + Constant, ConfusionMetrics.F(constant, 1.0, confidence)),
            ("f2" + Constant, ConfusionMetrics.F(constant, 2.0, confidence)),
            ("average_precision", OfProbabilities(state, curves.AveragePrecision(confidence))),
            ("log_loss", OfProbabilities(state, state.LogLosses.Mean(confidence))),
            ("brier_score", OfProbabilities(state, state.SquaredErrors.Mean(confidence))),
            ("expected_calibration_error", OfProbabilities(state, CalibrationError.Of(state.Reliability.ToBins(), confidence))),
        ];
    }

    private static Estimate OfProbabilities(BinaryState state, Estimate estimate) => state is { Counts.Count: > 0, Scores.Count: 0 }
        ? Estimate.Undefined(UndefinedReason.NoProbabilities)
        : estimate;

    private static (string, Estimate)[] Of(ConfusionMatrix matrix, ConfidenceLevel confidence)
    {
        Estimate accuracy = ClassAverages.Accuracy(matrix, confidence);
        (string Name, ClassScore Score)[] scores =
        [
            ("recall", ClassScore.Recall),
            ("precision", ClassScore.Precision),
            ("f0_5", ClassScore.F(0.5)),
            ("f1", ClassScore.F(1.0)),
            ("f2", ClassScore.F(2.0)),
        ];
        ConfusionMatrix constant = matrix.OfBestConstant();
        return
        [
            ("accuracy", accuracy),
            .. scores.Select(score => ("weighted_" + score.Name, ClassAverages.Weighted(matrix, score.Score, confidence))),
            ("accuracy" + Constant, ClassAverages.Accuracy(constant, confidence)),
            .. scores.Select(score => ($"weighted_{score.Name}{Constant}", ClassAverages.Weighted(constant, score.Score, confidence))),
            .. scores.Select(score => ("macro_" + score.Name, ClassAverages.Macro(matrix, score.Score, confidence))),
            .. scores.Select(score => ("micro_" + score.Name, accuracy)),
        ];
    }
}
