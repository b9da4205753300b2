namespace ModelMonitor.Attribution;

/// <summary>How the attributions of single rows become a global one.</summary>
/// <remarks>Clarify's third, the median, cannot be merged from parts and is refused.</remarks>
public enum AttributionAggregate
{
    /// <summary>The mean of absolute values (<c>mean_abs</c>).</summary>
    MeanAbsolute,

    /// <summary>The mean of squares (<c>mean_sq</c>).</summary>
    MeanSquared,
}
