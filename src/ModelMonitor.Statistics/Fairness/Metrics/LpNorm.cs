namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>The Euclidean distance of the labels' distributions inside and outside the facet.</summary>
internal sealed class LpNorm : IBiasMetric
{
    public string Name => "LP";

    public string Description => "L-p Norm (LP)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public double Least => 0.0;

    public double Most => Math.Sqrt(2.0);

    public BiasValue Measure(FacetCounts counts)
    {
        if (LabelShares.TryOf(counts, out LabelShares shares) is string reason)
        {
            return BiasValue.Failed(reason);
        }

        double squares = 0.0;
        for (int i = 0; i < shares.Advantaged.Length; i++)
        {
            double difference = shares.Advantaged[i] - shares.Disadvantaged[i];
            squares += difference * difference;
        }

        return BiasValue.Of(Math.Sqrt(squares));
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ShareDistanceInterval.Of(counts, z, static (p, q) => Math.Sqrt(2.0) * Math.Abs(p - q));
}
