namespace ModelMonitor.Documents;

/// <summary>One bar of a histogram: the estimated count of values in [lower, upper), or [lower, upper] for the last.</summary>
public readonly record struct KllBucket(double LowerBound, double UpperBound, double Count);
