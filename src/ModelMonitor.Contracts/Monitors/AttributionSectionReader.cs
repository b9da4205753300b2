namespace ModelMonitor.Contracts.Monitors;

/// <summary>Reads the section <c>attribution</c>.</summary>
internal static class AttributionSectionReader
{
    public static AttributionSection? Read(SectionReader? section)
    {
        if (section is null)
        {
            return null;
        }

        AttributionSection read = new()
        {
            Threshold = section.ReadFraction("threshold") ?? AttributionSection.DefaultThreshold,
            Method = section.ReadChoice("method", AttributionSection.KernelShap, (AttributionSection.KernelShap, AttributionSection.KernelShap)),
            Aggregation = section.ReadChoice(
                "aggregation",
                AttributionAggregation.MeanAbs,
                ("mean_abs", AttributionAggregation.MeanAbs),
                ("mean_sq", AttributionAggregation.MeanSq)),
            EmitMetrics = section.ReadBoolean("emitMetrics", true),
            Timing = KindTimingReader.Read(section),
        };
        section.Finish();
        return read;
    }
}
