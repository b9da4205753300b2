namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>The share of positive predictions in the sensitive facet, divided by that outside it.</summary>
internal sealed class DisparateImpact : IBiasMetric
{
    public string Name => "DI";

    public string Description => "Disparate Impact (DI)";

    public BiasStage Stage => BiasStage.PostTraining;

    public BiasNeeds Needs => BiasNeeds.Predictions;

    public double Parity => 1.0;

    public HarmDirection Harm => HarmDirection.Below;

    public double Least => 0.0;

    public double Most => double.PositiveInfinity;

    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        return Rates.Emptiness(a.Predicted, d.Predicted) is string reason
            ? BiasValue.Failed(reason)
            : BiasValue.Of(Rates.Divide(d.PredictedPositive / (double)d.Predicted, a.PredictedPositive / (double)a.Predicted));
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Quotient(
        counts.Disadvantaged.PredictedPositive, counts.Disadvantaged.Predicted, counts.Advantaged.PredictedPositive, counts.Advantaged.Predicted, z);
}
