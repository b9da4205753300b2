namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much larger the specificity is in the sensitive facet, which then is less often accepted by mistake.</summary>
internal sealed class SpecificityDifference : IBiasMetric
{
    public string Name => "SD";

    public string Description => "Specificity Difference (SD)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(d.TrueNegative, d.ActualNegative), Rates.Divide(a.TrueNegative, a.ActualNegative)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Disadvantaged.TrueNegative, counts.Disadvantaged.ActualNegative, counts.Advantaged.TrueNegative, counts.Advantaged.ActualNegative, z);
}
