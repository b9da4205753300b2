using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>The metrics that follow from the counts of two classes alone; all but the F-scores are proportions with their exact interval.</summary>
public static class ConfusionMetrics
{
    /// <summary>The share of rows predicted rightly.</summary>
    public static Estimate Accuracy(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.TruePositives + counts.TrueNegatives, counts.Count, confidence, UndefinedReason.NoRows);

    /// <summary>The share of positive rows predicted so: recall, and the true positive rate.</summary>
    public static Estimate Recall(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.TruePositives, counts.Positives, confidence, UndefinedReason.NoPositiveLabels);

    /// <summary>The share of positive rows among those predicted so.</summary>
    public static Estimate Precision(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.TruePositives, counts.TruePositives + counts.FalsePositives, confidence, UndefinedReason.NoPositivePredictions);

    /// <summary>The share of negative rows predicted so.</summary>
    public static Estimate TrueNegativeRate(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.TrueNegatives, counts.Negatives, confidence, UndefinedReason.NoNegativeLabels);

    /// <summary>The share of negative rows predicted positive.</summary>
    public static Estimate FalsePositiveRate(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.FalsePositives, counts.Negatives, confidence, UndefinedReason.NoNegativeLabels);

    /// <summary>The share of positive rows predicted negative.</summary>
    public static Estimate FalseNegativeRate(BinaryCounts counts, ConfidenceLevel confidence) => BinomialInterval.Of(
        counts.FalseNegatives, counts.Positives, confidence, UndefinedReason.NoPositiveLabels);

    /// <summary>The weighted harmonic mean of precision and recall, recall counting β times as much.</summary>
    /// <remarks>See <see cref="FScore"/> for the interval.</remarks>
    public static Estimate F(BinaryCounts counts, double beta, ConfidenceLevel confidence) =>
        FScore.Of(counts.TruePositives, counts.FalsePositives, counts.FalseNegatives, beta, confidence, UndefinedReason.NoPositiveLabels);
}
