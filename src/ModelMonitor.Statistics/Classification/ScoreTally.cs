namespace ModelMonitor.Statistics.Classification;

/// <summary>How many rows have a score, by their label.</summary>
/// <param name="Score">The score; of a bin of scores, the least.</param>
/// <param name="Positives">Positive rows.</param>
/// <param name="Negatives">Negative rows.</param>
public readonly record struct ScoreTally(double Score, long Positives, long Negatives);
