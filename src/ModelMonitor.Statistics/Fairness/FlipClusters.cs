namespace ModelMonitor.Statistics.Fairness;

/// <summary>How often the distinct rows of a sample occur: what the spread of a mean over rows needs where distinct rows were drawn, each with all of its repeats.</summary>
/// <param name="Squares">The sum, over the distinct rows of the sensitive facet, of the squares of how often each occurs.</param>
/// <param name="FavouredSquares">Likewise over those of <see cref="FlipCounts.Favoured"/>.</param>
/// <param name="HarmedSquares">Likewise over those of <see cref="FlipCounts.Harmed"/>.</param>
/// <param name="Largest">How often the most frequent one occurs.</param>
public readonly record struct FlipClusters(double Squares, double FavouredSquares, double HarmedSquares, long Largest);
