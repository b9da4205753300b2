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
        double z = ConfidenceLevel.ToZ(level);
        return problem switch
        {
            ProblemType.Regression => Of(state.Regression, z),
            ProblemType.BinaryClassification => Of(state.Binary, z, level),
            _ => Of(state.Classes.ToMatrix(), z),
        };
    }

    /// <summary>The metrics of one class against all others.</summary>
    public static IReadOnlyList<(string Name, Estimate Estimate)> OfClass(BinaryCounts counts, double z) =>
    [
        ("recall", Renamed(ConfusionMetrics.Recall(counts, z))),
        ("precision", Renamed(ConfusionMetrics.Precision(counts, z))),
        ("f1", Renamed(ConfusionMetrics.F(counts, 1.0, z))),
    ];

    private static Estimate Renamed(Estimate estimate) =>
        estimate.Reason is null ? estimate : Estimate.Undefined(UndefinedReason.NoRowsOfClass);

    private static (string, Estimate)[] Of(RegressionState state, double z) =>
    [
        ("mae", RegressionMetrics.MeanAbsoluteError(state, z)),
        ("mse", RegressionMetrics.MeanSquaredError(state, z)),
        ("rmse", RegressionMetrics.RootMeanSquaredError(state, z)),
        ("r2", RegressionMetrics.DeterminationCoefficient(state, z)),
        ("mape", RegressionMetrics.MeanAbsolutePercentageError(state, z)),
        ("quantile_loss", RegressionMetrics.QuantileLoss(state, z)),
    ];

    private static (string, Estimate)[] Of(BinaryState state, double z, double level)
    {
        BinaryCounts counts = state.Counts;
        BinaryCounts constant = counts.OfBestConstant();
        RankingCurves curves = new(state.Scores);
        return
        [
            ("recall", ConfusionMetrics.Recall(counts, z)),
            ("precision", ConfusionMetrics.Precision(counts, z)),
            ("accuracy", ConfusionMetrics.Accuracy(counts, z)),
            ("recall" + Constant, ConfusionMetrics.Recall(constant, z)),
            ("precision" + Constant, ConfusionMetrics.Precision(constant, z)),
            ("accuracy" + Constant, ConfusionMetrics.Accuracy(constant, z)),
            ("true_positive_rate", ConfusionMetrics.Recall(counts, z)),
            ("true_negative_rate", ConfusionMetrics.TrueNegativeRate(counts, z)),
            ("false_positive_rate", ConfusionMetrics.FalsePositiveRate(counts, z)),
            ("false_negative_rate", ConfusionMetrics.FalseNegativeRate(counts, z)),
            ("auc", OfProbabilities(state, curves.Area(z))),
            ("f0_5", ConfusionMetrics.F(counts, 0.5, z)),
            ("f1", ConfusionMetrics.F(counts, 1.0, z)),
            ("f2", ConfusionMetrics.F(counts, 2.0, z)),
            ("f0_5" + Constant, ConfusionMetrics.F(constant, 0.5, z)),
            ("f1" + Constant, ConfusionMetrics.F(constant, 1.0, z)),
            ("f2" + Constant, ConfusionMetrics.F(constant, 2.0, z)),
            ("average_precision", OfProbabilities(state, curves.AveragePrecision(z))),
            ("log_loss", OfProbabilities(state, state.LogLosses.Mean(z))),
            ("brier_score", OfProbabilities(state, state.SquaredErrors.Mean(z))),
            ("expected_calibration_error", OfProbabilities(state, CalibrationError.Of(state.Reliability.ToBins(), level))),
        ];
    }

    private static Estimate OfProbabilities(BinaryState state, Estimate estimate) => state is { Counts.Count: > 0, Scores.Count: 0 }
        ? Estimate.Undefined(UndefinedReason.NoProbabilities)
        : estimate;

    private static (string, Estimate)[] Of(ConfusionMatrix matrix, double z)
    {
        Estimate accuracy = ClassAverages.Accuracy(matrix, z);
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
            .. scores.Select(score => ("weighted_" + score.Name, ClassAverages.Weighted(matrix, score.Score, z))),
            ("accuracy" + Constant, ClassAverages.Accuracy(constant, z)),
            .. scores.Select(score => ($"weighted_{score.Name}{Constant}", ClassAverages.Weighted(constant, score.Score, z))),
            .. scores.Select(score => ("macro_" + score.Name, ClassAverages.Macro(matrix, score.Score, z))),
            .. scores.Select(score => ("micro_" + score.Name, accuracy)),
        ];
    }
}
