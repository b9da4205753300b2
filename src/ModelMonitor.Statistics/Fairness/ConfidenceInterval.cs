namespace ModelMonitor.Statistics.Fairness;

/// <summary>What a value may well be, given how few rows it was measured on.</summary>
/// <param name="Lower">The lower end; may be infinite.</param>
/// <param name="Upper">The upper end; may be infinite.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper);
