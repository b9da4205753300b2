namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How unequally the benefits of predictions are distributed over single rows.</summary>
internal sealed class GeneralizedEntropy : IBiasMetric
{
    public string Name => "GE";

    public string Description => "Generalized Entropy (GE)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => 0.0;

    public double Most => double.PositiveInfinity;

    public bool IgnoresFacet => true;

    /// <remarks>With the exponent 2, of the benefits prediction - label + 1: 0, 1 or 2. Both sides count; the facet does not matter.</remarks>
    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        double rows = a.Judged + d.Judged;
        double none = a.FalseNegative + d.FalseNegative;
        double twice = a.FalsePositive + d.FalsePositive;
        if (rows == 0.0)
        {
            return BiasValue.Failed("dataset must be non-empty");
        }

        double mean = (rows - none + twice) / rows;
        if (mean == 0.0)
        {
            return BiasValue.Failed("All predicted labels are false negatives. There should be at least one prediction that is not false negative.");
        }

        double once = 1.0 / mean;
        double sum = (rows - none - twice) * (once * once - 1.0) + twice * (4.0 * once * once - 1.0) - none;
        return BiasValue.Of(sum / (2.0 * rows));
    }
}
