using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>Averages of a measure over the classes of a confusion matrix; a class that does not define it counts as 0, as in Spark and scikit-learn.</summary>
/// <remarks>
/// The standard errors are the delta method's over multinomial cells: with gᵢⱼ the derivative by the cell of class i predicted as
/// j, the variance is Σ cᵢⱼ·gᵢⱼ², for Σ cᵢⱼ·gᵢⱼ is zero of a measure that does not change when all cells are scaled. See
/// Takahashi et al. (2022), cited at the F-score of two classes. The intervals are the exact ones of a proportion among as many rows as would have
/// that error (Korn and Graubard, "Confidence intervals for proportions with small expected number of positive counts estimated
/// from survey data", Survey Methodology 24, 1998). Few rows of a class show no variance even where there is much; so these are never
/// more than all rows, nor than a mean with such weights over the classes' rows is worth.
/// </remarks>
public static class ClassAverages
{
    /// <summary>The share of rows whose class was predicted, with its exact interval.</summary>
    public static Estimate Accuracy(ConfusionMatrix matrix, ConfidenceLevel confidence)
    {
        long hits = 0;
        for (int i = 0; i < matrix.Classes.Count; i++)
        {
            hits += matrix[i, i];
        }

        return BinomialInterval.Of(hits, matrix.Total, confidence, UndefinedReason.NoRows);
    }

    /// <summary>The mean over classes, each weighted by its share of the rows; of recall that is the accuracy.</summary>
    public static Estimate Weighted(ConfusionMatrix matrix, ClassScore score, ConfidenceLevel confidence) => score == ClassScore.Recall
        ? Accuracy(matrix, confidence)
        : Mean(matrix, score, confidence, isWeighted: true);

    /// <summary>The plain mean over the classes that have rows or were predicted.</summary>
    public static Estimate Macro(ConfusionMatrix matrix, ClassScore score, ConfidenceLevel confidence) => Mean(matrix, score, confidence, isWeighted: false);

    private static Estimate Mean(ConfusionMatrix matrix, ClassScore score, ConfidenceLevel confidence, bool isWeighted)
    {
        if (matrix.Total == 0)
        {
            return Estimate.Undefined(UndefinedReason.NoRows);
        }

        int count = matrix.Classes.Count;
        double total = matrix.Total;
        double[] values = new double[count];
        double[] slopes = new double[count]; // the class's weight over its denominator
        int met = Enumerable.Range(0, count).Count(i => matrix.Actual(i) + matrix.Predicted(i) > 0);
        double mean = 0.0;
        double uncertainty = 0.0; // the variance over mean·(1 − mean) if all classes were alike
        for (int i = 0; i < count; i++)
        {
            double denominator = score.Actual * matrix.Actual(i) + score.Predicted * matrix.Predicted(i);
            double weight = isWeighted ? matrix.Actual(i) / total : 1.0 / met;
            if (denominator > 0.0)
            {
                values[i] = score.Hits * matrix[i, i] / denominator;
                slopes[i] = weight / denominator;
            }

            mean += weight * values[i];
            uncertainty += weight * weight / Math.Max(1.0, denominator / score.Hits);
        }

        double variance = 0.0;
        foreach ((int actual, int predicted, long rows) in matrix.Cells())
        {
            double slope = -slopes[actual] * values[actual] * score.Actual - slopes[predicted] * values[predicted] * score.Predicted;
            slope += actual == predicted ? slopes[actual] * score.Hits : 0.0;
            slope += isWeighted ? (values[actual] - mean) / total : 0.0;
            variance += rows * slope * slope;
        }

        mean = Math.Min(mean, 1.0);
        double trials = Math.Min(total, 1.0 / uncertainty);
        trials = variance > 0.0 ? Math.Min(trials, mean * (1.0 - mean) / variance) : trials;
        (double low, double high) = BinomialInterval.Bounds(mean * trials, trials, confidence);
        return Estimate.Between(mean, Math.Sqrt(variance), Math.Min(low, mean), Math.Max(high, mean));
    }
}
