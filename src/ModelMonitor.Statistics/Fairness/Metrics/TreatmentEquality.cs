namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>Mistaken rejections for each mistaken acceptance, inside the sensitive facet less outside.</summary>
internal sealed class TreatmentEquality : IBiasMetric
{
    public string Name => "TE";

    public string Description => "Treatment Equality (TE)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => double.NegativeInfinity;

    public double Most => double.PositiveInfinity;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(d.FalseNegative, d.FalsePositive), Rates.Divide(a.FalseNegative, a.FalsePositive)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => RatioInterval.Difference(
        RatioInterval.Odds(counts.Disadvantaged.FalseNegative, counts.Disadvantaged.FalsePositive, z),
        RatioInterval.Odds(counts.Advantaged.FalseNegative, counts.Advantaged.FalsePositive, z));
}
