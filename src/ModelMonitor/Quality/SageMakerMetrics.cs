using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Regression;

namespace ModelMonitor.Quality;

/// <summary>The metrics as SageMaker's container computes them, to the last digit; what is undefined is 0, as Spark has it.</summary>
/// <remarks>
/// Spark's <c>RegressionMetrics</c>, <c>BinaryClassificationMetrics</c> and <c>MulticlassMetrics</c>. The rates of wrong answers are
/// one minus those of right ones or the reverse, and F-scores are made of rounded precisions and recalls.
/// </remarks>
internal static class SageMakerMetrics
{
    /// <summary>The names and values, in the order of the file.</summary>
    public static IEnumerable<(string Name, double Value)> Of(QualityState state, ProblemType problem) => problem switch
    {
        ProblemType.Regression => Of(state.Regression),
        ProblemType.BinaryClassification => Of(state.Binary),
        _ => Of(state.Classes.ToMatrix()),
    };

    private static IEnumerable<(string Name, double Value)> Of(RegressionState state)
    {
        double mean = Divide(state.PlainSquared, state.Count);
        double spread = state.Labels.SquaredDeviations;
        return
        [
            ("mae", Divide(state.PlainAbsolute, state.Count)),
            ("mse", mean),
            ("rmse", Math.Sqrt(mean)),
            ("r2", spread == 0.0 ? 0.0 : 1.0 - state.PlainSquared / spread),
        ];
    }

    private static List<(string Name, double Value)> Of(BinaryState state)
    {
        BinaryCounts counts = state.Counts;
        BinaryCounts constant = counts.OfBestConstant();
        double falsePositiveRate = Divide(counts.FalsePositives, counts.Negatives);
        List<(string Name, double Value)> metrics =
        [
            ("recall", Recall(counts)),
            ("precision", Precision(counts)),
            ("accuracy", Accuracy(counts)),
            ("recall_best_constant_classifier", Recall(constant)),
            ("precision_best_constant_classifier", Precision(constant)),
            ("accuracy_best_constant_classifier", Accuracy(constant)),
            ("true_positive_rate", Recall(counts)),
            ("true_negative_rate", counts.Negatives == 0 ? 0.0 : 1.0 - falsePositiveRate),
            ("false_positive_rate", falsePositiveRate),
            ("false_negative_rate", counts.Positives == 0 ? 0.0 : 1.0 - Recall(counts)),
        ];
        if (state.Scores.Count > 0)
        {
            metrics.Add(("auc", new RankingCurves(state.Scores).TrapezoidArea()));
        }

        metrics.AddRange(Betas.Select(beta => (beta.Name, F(Precision(counts), Recall(counts), beta.Value))));
        metrics.AddRange(Betas.Select(beta => ($"{beta.Name}_best_constant_classifier", F(Precision(constant), Recall(constant), beta.Value))));
        return metrics;
    }

    private static IEnumerable<(string Name, double Value)> Of(ConfusionMatrix matrix) =>
    [
        .. OfClassifier(matrix),
        .. OfClassifier(matrix.OfBestConstant()).Select(metric => (metric.Name + "_best_constant_classifier", metric.Value)),
    ];

    private static IEnumerable<(string Name, double Value)> OfClassifier(ConfusionMatrix matrix)
    {
        double[] precisions = new double[matrix.Classes.Count];
        double[] recalls = new double[matrix.Classes.Count];
        long hits = 0;
        for (int i = 0; i < precisions.Length; i++)
        {
            precisions[i] = Divide(matrix[i, i], matrix.Predicted(i));
            recalls[i] = Divide(matrix[i, i], matrix.Actual(i));
            hits += matrix[i, i];
        }

        return
        [
            ("accuracy", Divide(hits, matrix.Total)),
            ("weighted_recall", Weighted(matrix, i => recalls[i])),
            ("weighted_precision", Weighted(matrix, i => precisions[i])),
            .. Betas.Select(beta => ($"weighted_{beta.Name}", Weighted(matrix, i => F(precisions[i], recalls[i], beta.Value)))),
        ];
    }

    private static IEnumerable<(string Name, double Value)> Betas => [("f0_5", 0.5), ("f1", 1.0), ("f2", 2.0)];

    private static double Weighted(ConfusionMatrix matrix, Func<int, double> metric)
    {
        double sum = 0.0;
        for (int i = 0; i < matrix.Classes.Count; i++)
        {
            sum += Divide(matrix.Actual(i), matrix.Total) * metric(i);
        }

        return sum;
    }

    private static double Recall(BinaryCounts counts) => Divide(counts.TruePositives, counts.Positives);

    private static double Precision(BinaryCounts counts) => Divide(counts.TruePositives, counts.TruePositives + counts.FalsePositives);

    private static double Accuracy(BinaryCounts counts) => Divide(counts.TruePositives + counts.TrueNegatives, counts.Count);

    private static double F(double precision, double recall, double beta)
    {
        double square = beta * beta;
        return precision + recall == 0.0 ? 0.0 : (1.0 + square) * precision * recall / (square * precision + recall);
    }

    private static double Divide(double part, double whole) => whole == 0.0 ? 0.0 : part / whole;
}
