namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>The largest difference of a label's shares inside and outside the facet.</summary>
internal sealed class KolmogorovSmirnov : IBiasMetric
{
    public string Name => "KS";

    public string Description => "Kolmogorov-Smirnov Distance (KS)";

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

        double largest = 0.0;
        for (int i = 0; i < shares.Advantaged.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(shares.Advantaged[i] - shares.Disadvantaged[i]));
        }

        return BiasValue.Of(largest);
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ShareDistanceInterval.Of(counts, z, static (p, q) => Math.Abs(p - q));
}
