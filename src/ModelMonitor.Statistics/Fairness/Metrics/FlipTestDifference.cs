namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>Rows of the sensitive facet that fare better than their nearest neighbours outside it, less those that fare worse, by all of its rows.</summary>
internal sealed class FlipTestDifference : IBiasMetric
{
    public string Name => "FT";

    public string Description => "Flip Test (FT)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Predictions | BiasNeeds.Neighbours;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Below;

    public BiasValue Measure(FacetCounts counts) => counts.Flips switch
    {
        null => BiasValue.Failed("The flip test was not made"),
        { Rows: 0 } => BiasValue.Failed(Rates.NoSensitiveRows),
        { } flips => BiasValue.Of((flips.Favoured - flips.Harmed) / (double)flips.Rows),
    };

    /// <remarks>
    /// The spread of a mean of -1, 0 and 1, given the neighbours; two rows more, one of each kind, keep it from vanishing. Of a sample of distinct rows it is the linearised spread of a
    /// quotient of totals of clusters, a distinct row with its repeats being one (Cochran, "Sampling Techniques", 1977, section 9A), and the two rows more are as frequent as the most frequent one.
    /// </remarks>
    public ConfidenceInterval? Interval(FacetCounts counts, double z)
    {
        FlipCounts flips = counts.Flips!.Value;
        double mean = (flips.Favoured - flips.Harmed) / (double)flips.Rows;
        double spread = flips.Clusters is { } clusters ? SpreadOf(clusters, mean) / flips.Rows : SpreadOf(flips, mean);
        return new ConfidenceInterval(Math.Max(-1.0, mean - z * spread), Math.Min(1.0, mean + z * spread));
    }

    private static double SpreadOf(FlipCounts flips, double mean)
    {
        double rows = flips.Rows + 2.0;
        return Math.Sqrt(((flips.Favoured + flips.Harmed + 2.0) / rows - mean * mean) / rows);
    }

    private static double SpreadOf(FlipClusters clusters, double mean)
    {
        double squares = clusters.FavouredSquares + clusters.HarmedSquares
            - 2.0 * mean * (clusters.FavouredSquares - clusters.HarmedSquares) + mean * mean * clusters.Squares;
        return Math.Sqrt(squares + 2.0 * clusters.Largest * clusters.Largest);
    }
}
