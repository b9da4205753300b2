using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>What the flip test came to.</summary>
/// <param name="Counts">The counts; null when it could not be made.</param>
/// <param name="Error">Why it could not be made.</param>
internal readonly record struct FlipResult(FlipCounts? Counts, string? Error);
