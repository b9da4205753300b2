namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much smaller the precision of positive predictions is in the sensitive facet.</summary>
internal sealed class AcceptanceRateDifference : IBiasMetric
{
    public string Name => "DAR";

    public string Description => "Difference in Acceptance Rates (DAR)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(a.TruePositive, a.AcceptedPositive), Rates.Divide(d.TruePositive, d.AcceptedPositive)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Advantaged.TruePositive, counts.Advantaged.AcceptedPositive, counts.Disadvantaged.TruePositive, counts.Disadvantaged.AcceptedPositive, z);
}
