namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much fewer rows the sensitive facet has than the rest: (n_a - n_d) / (n_a + n_d).</summary>
internal sealed class ClassImbalance : IBiasMetric
{
    public string Name => "CI";

    public string Description => "Class Imbalance (CI)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.None;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts)
    {
        long a = counts.Advantaged.Rows;
        long d = counts.Disadvantaged.Rows;
        return Rates.Emptiness(a, d) is string reason ? BiasValue.Failed(reason) : BiasValue.Of((a - d) / (double)(a + d));
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z)
    {
        ConfidenceInterval share = ProportionInterval.Wilson(
            counts.Disadvantaged.Rows, counts.Advantaged.Rows + counts.Disadvantaged.Rows, z);
        return new ConfidenceInterval(1.0 - 2.0 * share.Upper, 1.0 - 2.0 * share.Lower);
    }
}
