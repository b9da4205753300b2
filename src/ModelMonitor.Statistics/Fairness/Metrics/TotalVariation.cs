namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>Half the sum of the differences of the labels' shares inside and outside the facet.</summary>
internal sealed class TotalVariation : IBiasMetric
{
    public string Name => "TVD";

    public string Description => "Total Variation Distance (TVD)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => 0.0;

    public BiasValue Measure(FacetCounts counts)
    {
        if (LabelShares.TryOf(counts, out LabelShares shares) is string reason)
        {
            return BiasValue.Failed(reason);
        }

        double sum = 0.0;
        for (int i = 0; i < shares.Advantaged.Length; i++)
        {
            sum += Math.Abs(shares.Advantaged[i] - shares.Disadvantaged[i]);
        }

        return BiasValue.Of(0.5 * sum);
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ShareDistanceInterval.Of(counts, z, static (p, q) => Math.Abs(p - q));
}
