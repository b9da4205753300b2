namespace ModelMonitor.Bias;

/// <summary>The values of a metric that nobody objects to.</summary>
/// <param name="Minimum">The smallest; minus infinity for no limit.</param>
/// <param name="Maximum">The largest; infinity for no limit.</param>
public readonly record struct AllowedRange(double Minimum, double Maximum);
