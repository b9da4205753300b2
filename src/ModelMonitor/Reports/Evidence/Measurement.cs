namespace ModelMonitor.Reports.Evidence;

/// <summary>A figure of a feature in the baseline and now, such as a quantile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Baseline">In the baseline; null when unknown.</param>
/// <param name="Current">Now; null when unknown.</param>
internal readonly record struct Measurement(string Name, double? Baseline, double? Current);
