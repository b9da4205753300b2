using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>What the flip test came to.</summary>
/// <param name="Counts">The counts; null when it could not be made.</param>
/// <param name="Error">Why it could not be made.</param>
internal readonly record struct FlipResult(FlipCounts? Counts, string? Error)
{
    /// <summary>The rows that were looked at, in the facet and outside it, where they are a sample; null where they are all.</summary>
    public (long Sensitive, long Others)? Sample { get; init; }
}
