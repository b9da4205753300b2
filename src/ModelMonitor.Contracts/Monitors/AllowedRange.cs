namespace ModelMonitor.Contracts.Monitors;

/// <summary>The values that a metric may have.</summary>
/// <param name="Minimum">The least; null for any.</param>
/// <param name="Maximum">The largest; null for any.</param>
public sealed record AllowedRange(double? Minimum, double? Maximum);
