namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>The divergence of the labels' distribution outside the facet from that inside it; the description is spelt as Clarify spells it.</summary>
internal sealed class KullbackLeibler : IBiasMetric
{
    public string Name => "KL";

    public string Description => "Kullback-Liebler Divergence (KL)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => 0.0;

    public double Most => double.PositiveInfinity;

    public BiasValue Measure(FacetCounts counts) => LabelShares.TryOf(counts, out LabelShares shares) is string reason
        ? BiasValue.Failed(reason)
        : BiasValue.Of(LabelShares.Divergence(shares.Advantaged, shares.Disadvantaged));

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ShareDistanceInterval.Of(counts, z, LabelShares.Divergence);
}
