namespace ModelMonitor.Attribution;

/// <summary>The global attribution of a feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">That of the window; null when no row explains it.</param>
/// <param name="Baseline">That of the baseline; null for a feature that it does not have.</param>
public sealed record FeatureAttribution(string Feature, double? Value, double? Baseline);
