namespace ModelMonitor.Contracts.Monitors;

/// <summary>How attributions of single predictions become one of the model, in Clarify's words. Its third, the median, cannot be put together from parts.</summary>
public enum AttributionAggregation
{
    /// <summary>The mean of absolute values.</summary>
    MeanAbs,

    /// <summary>The mean of squares.</summary>
    MeanSq,
}
