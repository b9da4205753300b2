namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>Negative labels for each negative prediction, inside the sensitive facet less outside.</summary>
internal sealed class ConditionalRejection : IBiasMetric
{
    public string Name => "DCR";

    public string Description => "Difference in Conditional Rejection (DCR)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Predictions;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Below;

    public double Least => double.NegativeInfinity;

    public double Most => double.PositiveInfinity;

    public BiasValue Measure(FacetCounts counts) => Rates.OfJudged(counts, static (a, d) => Rates.Subtract(
        Rates.Divide(d.ActualNegative, d.AcceptedNegative), Rates.Divide(a.ActualNegative, a.AcceptedNegative)));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => RatioInterval.Difference(Of(counts.Disadvantaged, z), Of(counts.Advantaged, z));

    private static RatioEstimate Of(SideCounts side, double z) => RatioInterval.Overlapping(side.TrueNegative, side.FalsePositive, side.FalseNegative, z);
}
