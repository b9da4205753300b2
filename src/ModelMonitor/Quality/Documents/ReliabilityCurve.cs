namespace ModelMonitor.Quality.Documents;

/// <summary>How often rows of a probability are positive.</summary>
/// <param name="MeanProbabilities">The mean probability of each bin that has rows, ascending.</param>
/// <param name="PositiveShares">The share of its rows that are positive.</param>
/// <param name="Counts">How many rows it has.</param>
public sealed record ReliabilityCurve(
    IReadOnlyList<double> MeanProbabilities, IReadOnlyList<double> PositiveShares, IReadOnlyList<double> Counts);
