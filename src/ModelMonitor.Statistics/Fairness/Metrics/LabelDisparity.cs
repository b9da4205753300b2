namespace ModelMonitor.Statistics.Fairness.Metrics;

/// <summary>How much larger the sensitive facet's share is among negative labels than among positive ones, averaged over groups.</summary>
internal sealed class LabelDisparity : IBiasMetric
{
    public string Name => "CDDL";

    public string Description => "Conditional Demographic Disparity in Labels (CDDL)";

    public BiasStage Stage => BiasStage.PreTraining;

    public BiasNeeds Needs => BiasNeeds.Labels | BiasNeeds.Groups;

    public double Parity => 0.0;

    public HarmDirection Harm => HarmDirection.Above;

    public BiasValue Measure(FacetCounts counts)
    {
        SideCounts a = counts.Advantaged;
        SideCounts d = counts.Disadvantaged;
        return DemographicDisparity.Measure(
            counts.GroupsByLabel,
            Rates.Emptiness(a.Labelled, d.Labelled),
            a.LabelledPositive + d.LabelledPositive,
            a.LabelledNegative + d.LabelledNegative);
    }
}
