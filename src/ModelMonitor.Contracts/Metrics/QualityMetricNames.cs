using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Metrics;

/// <summary>The names of the metrics of model quality, in documents and in CloudWatch: SageMaker Model Monitor's, and some beyond.</summary>
public static class QualityMetricNames
{
    /// <summary>What the names of the metrics of the classifier that always says the same end in.</summary>
    public const string BestConstantClassifier = "_best_constant_classifier";

    private static readonly string[] OfBestConstant = ["recall", "precision", "accuracy", "f0_5", "f1", "f2"];
    private static readonly string[] Averaged = ["recall", "precision", "f0_5", "f1", "f2"];

    /// <summary>The metrics of regressions; <c>mape</c> and <c>quantile_loss</c> are ours.</summary>
    public static IReadOnlyList<string> OfRegression { get; } = ["mae", "mse", "rmse", "r2", "mape", "quantile_loss"];

    /// <summary>The metrics of two classes; the last four before those of the constant classifier are ours.</summary>
    public static IReadOnlyList<string> OfBinaryClassification { get; } =
    [
        "recall", "precision", "accuracy", "true_positive_rate", "true_negative_rate", "false_positive_rate", "false_negative_rate",
        "auc", "f0_5", "f1", "f2", "log_loss", "brier_score", "expected_calibration_error", "average_precision",
        .. OfBestConstant.Select(name => name + BestConstantClassifier),
    ];

    /// <summary>The metrics of several classes; those that begin with <c>macro_</c> and <c>micro_</c> are ours.</summary>
    public static IReadOnlyList<string> OfMulticlassClassification { get; } =
    [
        "accuracy", .. Averaged.Select(name => "weighted_" + name), .. Averaged.Select(name => "macro_" + name), .. Averaged.Select(name => "micro_" + name),
        "accuracy" + BestConstantClassifier, .. Averaged.Select(name => $"weighted_{name}{BestConstantClassifier}"),
    ];

    /// <summary>All names, each once.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfRegression.Concat(OfBinaryClassification).Concat(OfMulticlassClassification).Distinct(StringComparer.Ordinal)];

    /// <summary>The names of the metrics of a problem.</summary>
    public static IReadOnlyList<string> Of(ProblemType problem) => problem switch
    {
        ProblemType.Regression => OfRegression,
        ProblemType.BinaryClassification => OfBinaryClassification,
        _ => OfMulticlassClassification,
    };

    /// <summary>Whether the name is that of a metric of some problem.</summary>
    public static bool IsKnown(string name) => All.Contains(name, StringComparer.Ordinal);
}
