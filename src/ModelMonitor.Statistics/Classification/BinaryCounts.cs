namespace ModelMonitor.Statistics.Classification;

/// <summary>The confusion matrix of two classes.</summary>
/// <param name="TruePositives">Positive and predicted so.</param>
/// <param name="FalsePositives">Negative, predicted positive.</param>
/// <param name="TrueNegatives">Negative and predicted so.</param>
/// <param name="FalseNegatives">Positive, predicted negative.</param>
public readonly record struct BinaryCounts(long TruePositives, long FalsePositives, long TrueNegatives, long FalseNegatives)
{
    /// <summary>Rows that are positive.</summary>
    public long Positives => TruePositives + FalseNegatives;

    /// <summary>Rows that are negative.</summary>
    public long Negatives => TrueNegatives + FalsePositives;

    /// <summary>All rows.</summary>
    public long Count => Positives + Negatives;

    /// <summary>What always predicting the more frequent class comes to; the negative one when both are as frequent.</summary>
    public BinaryCounts OfBestConstant() => Positives > Negatives
        ? new BinaryCounts(Positives, Negatives, 0, 0)
        : new BinaryCounts(0, 0, Negatives, Positives);

    /// <summary>The counts of both.</summary>
    public static BinaryCounts operator +(BinaryCounts left, BinaryCounts right) => new(
        left.TruePositives + right.TruePositives,
        left.FalsePositives + right.FalsePositives,
        left.TrueNegatives + right.TrueNegatives,
        left.FalseNegatives + right.FalseNegatives);

    /// <summary>The counts of both.</summary>
    public static BinaryCounts Add(BinaryCounts left, BinaryCounts right) => left + right;
}
