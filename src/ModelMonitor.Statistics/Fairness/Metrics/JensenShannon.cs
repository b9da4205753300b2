namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>The symmetric divergence of the labels' distributions inside and outside the facet, natural logarithm.</summary>
internal sealed class JensenShannon : IBiasMetric
{
    public string Name => "JS";

    public string Description => "Jensen-Shannon Divergence (JS)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => 0.0;

    public double Most => Math.Log(2.0);

    public BiasValue Measure(FacetCounts counts)
    {
        if (LabelShares.TryOf(counts, out LabelShares shares) is string reason)
        {
            return BiasValue.Failed(reason);
        }

        Span<double> middle = stackalloc double[shares.Advantaged.Length];
        for (int i = 0; i < middle.Length; i++)
        {
            middle[i] = 0.5 * (shares.Advantaged[i] + shares.Disadvantaged[i]);
        }

        return BiasValue.Of(
            0.5 * (LabelShares.Divergence(shares.Advantaged, middle) + LabelShares.Divergence(shares.Disadvantaged, middle)));
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ShareDistanceInterval.Of(
        counts, z, static (p, q) => 0.5 * (LabelShares.Divergence(p, 0.5 * (p + q)) + LabelShares.Divergence(q, 0.5 * (p + q))));
}
