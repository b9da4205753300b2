namespace ModelMonitor.Statistics.Classification;

/// <summary>A bin of probabilities.</summary>
/// <param name="MeanScore">The mean of its probabilities.</param>
/// <param name="Positives">How many of its rows are positive.</param>
/// <param name="Count">How many rows it has, at least one.</param>
public readonly record struct ReliabilityBin(double MeanScore, long Positives, long Count)
{
    /// <summary>The share of positive rows.</summary>
    public double PositiveShare => (double)Positives / Count;
}
