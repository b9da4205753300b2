namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much smaller the accuracy is in the sensitive facet.</summary>
internal sealed class AccuracyDifference : IBiasMetric
{
    public string Name => "AD";

    public string Description => "Accuracy Difference (AD)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(a.TruePositive + a.TrueNegative, a.Judged), Rates.Divide(d.TruePositive + d.TrueNegative, d.Judged)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Advantaged.TruePositive + counts.Advantaged.TrueNegative, counts.Advantaged.Judged, counts.Disadvantaged.TruePositive + counts.Disadvantaged.TrueNegative, counts.Disadvantaged.Judged, z);
}
