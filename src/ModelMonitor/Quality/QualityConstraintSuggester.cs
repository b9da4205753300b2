using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Quality;

/// <summary>Suggests <c>constraints.json</c> of a baseline's statistics: no metric may become worse than it was.</summary>
/// <remarks>The metrics and their order are SageMaker's; others can be added by hand. One that the baseline does not define has no constraint.</remarks>
public static class QualityConstraintSuggester
{
    private static readonly string[] Regression = ["mae", "mse", "rmse", "r2"];

    private static readonly string[] Binary =
    [
        "recall", "precision", "accuracy", "true_positive_rate", "true_negative_rate",
        "false_positive_rate", "false_negative_rate", "auc", "f0_5", "f1", "f2",
    ];

    private static readonly string[] Multiclass =
        ["accuracy", "weighted_recall", "weighted_precision", "weighted_f0_5", "weighted_f1", "weighted_f2"];

    private static readonly string[] Errors = ["mae", "mse", "rmse", "false_positive_rate", "false_negative_rate"];

    /// <summary>Makes the document.</summary>
    public static QualityConstraintsDocument Suggest(QualityStatisticsDocument statistics)
    {
        string[] names = statistics.Problem switch
        {
            ProblemType.Regression => Regression,
            ProblemType.BinaryClassification => Binary,
            _ => Multiclass,
        };
        List<QualityConstraint> constraints = [];
        foreach (string name in names)
        {
            if (statistics.Find(name)?.Value is { } value)
            {
                constraints.Add(new QualityConstraint(
                    name, value, Errors.Contains(name) ? ComparisonOperator.GreaterThanThreshold : ComparisonOperator.LessThanThreshold));
            }
        }

        return new QualityConstraintsDocument(statistics.Problem, constraints);
    }
}
