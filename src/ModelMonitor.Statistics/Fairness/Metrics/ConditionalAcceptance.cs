namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>Positive labels for each positive prediction, outside the sensitive facet less inside.</summary>
internal sealed class ConditionalAcceptance : IBiasMetric
{
    public string Name => "DCA";

    public string Description => "Difference in Conditional Acceptance (DCA)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Below;

    public double Least => double.NegativeInfinity;

    public double Most => double.PositiveInfinity;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(a.ActualPositive, a.AcceptedPositive), Rates.Divide(d.ActualPositive, d.AcceptedPositive)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => RatioInterval.Difference(Of(counts.Advantaged, z), Of(counts.Disadvantaged, z));

    private static RatioEstimate Of(SideCounts side, double z) => RatioInterval.Overlapping(side.TruePositive, side.FalseNegative, side.FalsePositive, z);
}
