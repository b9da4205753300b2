namespace ModelMonitor.Statistics.Fairness;

/// <summary>A quotient and its confidence interval, all from 0 to infinity.</summary>
/// <param name="Value">The quotient; 0 for 0/0.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
internal readonly record struct RatioEstimate(double Value, double Lower, double Upper);
