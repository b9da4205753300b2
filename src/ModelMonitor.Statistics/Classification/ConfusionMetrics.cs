using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Statistics.Classification;

/// <summary>The metrics that follow from the counts of two classes alone; all but the F-scores are proportions with Wilson's interval.</summary>
public static class ConfusionMetrics
{
    /// <summary>The share of rows predicted rightly.</summary>
    public static Estimate Accuracy(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.TruePositives + counts.TrueNegatives, counts.Count, z, UndefinedReason.NoRows);

    /// <summary>The share of positive rows predicted so: recall, and the true positive rate.</summary>
    public static Estimate Recall(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.TruePositives, counts.Positives, z, UndefinedReason.NoPositiveLabels);

    /// <summary>The share of positive rows among those predicted so.</summary>
    public static Estimate Precision(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.TruePositives, counts.TruePositives + counts.FalsePositives, z, UndefinedReason.NoPositivePredictions);

    /// <summary>The share of negative rows predicted so.</summary>
    public static Estimate TrueNegativeRate(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.TrueNegatives, counts.Negatives, z, UndefinedReason.NoNegativeLabels);

    /// <summary>The share of negative rows predicted positive.</summary>
    public static Estimate FalsePositiveRate(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.FalsePositives, counts.Negatives, z, UndefinedReason.NoNegativeLabels);

    /// <summary>The share of positive rows predicted negative.</summary>
    public static Estimate FalseNegativeRate(BinaryCounts counts, double z) => WilsonInterval.Of(
        counts.FalseNegatives, counts.Positives, z, UndefinedReason.NoPositiveLabels);

    /// <summary>The weighted harmonic mean of precision and recall, recall counting β times as much.</summary>
    /// <remarks>See <see cref="FScore"/> for the interval.</remarks>
    public static Estimate F(BinaryCounts counts, double beta, double z) =>
        FScore.Of(counts.TruePositives, counts.FalsePositives, counts.FalseNegatives, beta, z, UndefinedReason.NoPositiveLabels);
}
