namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much smaller the share of positive labels is in the sensitive facet.</summary>
internal sealed class LabelProportionDifference : IBiasMetric
{
    public string Name => "DPL";

    public string Description => "Difference in Positive Proportions in Labels (DPL)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        return Rates.Emptiness(a.Labelled, d.Labelled) is string reason
            ? BiasValue.Failed(reason)
            : BiasValue.Of(a.LabelledPositive / (double)a.Labelled - d.LabelledPositive / (double)d.Labelled);
    }

    public ConfidenceInterval? Interval(FacetCounts counts, double z) => ProportionInterval.Difference(
        counts.Advantaged.LabelledPositive, counts.Advantaged.Labelled, counts.Disadvantaged.LabelledPositive, counts.Disadvantaged.Labelled, z);
}
