namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much larger the precision of negative predictions is in the sensitive facet.</summary>
internal sealed class RejectionRateDifference : IBiasMetric
{
    public string Name => "DRR";

    public string Description => "Difference in Rejection Rates (DRR)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Below;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(d.TrueNegative, d.AcceptedNegative), Rates.Divide(a.TrueNegative, a.AcceptedNegative)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Disadvantaged.TrueNegative, counts.Disadvantaged.AcceptedNegative, counts.Advantaged.TrueNegative, counts.Advantaged.AcceptedNegative, z);
}
