namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much smaller the share of positive predictions is in the sensitive facet.</summary>
internal sealed class PredictedProportionDifference : IBiasMetric
{
    public string Name => "DPPL";

    public string Description => "Difference in Positive Proportions in Predicted Labels (DPPL)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        return Rates.Emptiness(a.Predicted, d.Predicted) is string reason
            ? BiasValue.Failed(reason)
            : BiasValue.Of(a.PredictedPositive / (double)a.Predicted - d.PredictedPositive / (double)d.Predicted);
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Advantaged.PredictedPositive, counts.Advantaged.Predicted, counts.Disadvantaged.PredictedPositive, counts.Disadvantaged.Predicted, z);
}
