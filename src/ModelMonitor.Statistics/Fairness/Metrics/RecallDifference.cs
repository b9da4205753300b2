namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much smaller the recall is in the sensitive facet.</summary>
internal sealed class RecallDifference : IBiasMetric
{
    public string Name => "RD";

    public string Description => "Recall Difference (RD)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(a.TruePositive, a.ActualPositive), Rates.Divide(d.TruePositive, d.ActualPositive)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Advantaged.TruePositive, counts.Advantaged.ActualPositive, counts.Disadvantaged.TruePositive, counts.Disadvantaged.ActualPositive, z);
}
