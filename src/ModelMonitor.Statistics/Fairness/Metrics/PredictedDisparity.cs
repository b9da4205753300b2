namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much larger the sensitive facet's share is among negative predictions than among positive ones, averaged over groups.</summary>
internal sealed class PredictedDisparity : IBiasMetric
{
    public string Name => "CDDPL";

    public string Description => "Conditional Demographic Disparity in Predicted Labels (CDDPL)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Predictions | BiasNeeds.Groups;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        return DemographicDisparity.Measure(
            counts.GroupsByPrediction,
            Rates.Emptiness(a.Predicted, d.Predicted),
            a.PredictedPositive + d.PredictedPositive,
            a.PredictedNegative + d.PredictedNegative);
    }
}
