namespace ModelMonitor.Contracts.Monitors;

/// <summary>How attributions of single predictions become one of the model, in Clarify's words.</summary>
public enum AttributionAggregation
{
    /// <summary>The mean of absolute values.</summary>
    MeanAbs,

    /// <summary>The median.</summary>
    Median,

    /// <summary>The mean of squares.</summary>
    MeanSq,
}
