namespace ModelMonitor.Statistics.Estimation;

/// <summary>What was measured of a sample, and how far the truth may be from it.</summary>
/// <param name="Value">The measurement; null when the sample does not define it.</param>
/// <param name="StandardError">The standard deviation of its sampling distribution; null when it is unknown.</param>
/// <param name="Low">The lower end of the confidence interval; null when it is unknown.</param>
/// <param name="High">The upper end; null when it is unknown.</param>
/// <param name="Reason">Why there is no value, or why an end of the interval is unknown, one of <see cref="UndefinedReason"/>; null otherwise.</param>
public readonly record struct Estimate(double? Value, double? StandardError, double? Low, double? High, string? Reason)
{
    /// <summary>A value without an interval, and why.</summary>
    public static Estimate Of(double value, string reason) =>
        double.IsFinite(value) ? new(value, null, null, null, reason) : Undefined(UndefinedReason.TooLarge);

    /// <summary>No value, and why.</summary>
    public static Estimate Undefined(string reason) => new(null, null, null, null, reason);

    /// <summary>A value, its standard error, and an interval that need not be symmetric.</summary>
    public static Estimate Between(double value, double standardError, double low, double high) =>
        double.IsFinite(value) && double.IsFinite(standardError) && double.IsFinite(low) && double.IsFinite(high)
            ? new(value, standardError, low, high, null)
            : Of(value, UndefinedReason.TooLarge);

    /// <summary>A value with an interval of <paramref name="quantile"/> standard errors to either side, cut to a range.</summary>
    /// <param name="value">The value.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="quantile">How many standard errors the interval reaches, such as <see cref="ConfidenceLevel.Z"/>.</param>
    /// <param name="least">The least that the measure can be.</param>
    /// <param name="most">The most.</param>
    public static Estimate Normal(
        double value, double standardError, double quantile, double least = 0.0, double most = double.MaxValue) => Between(
        value,
        standardError,
        Math.Clamp(value - quantile * standardError, least, most),
        Math.Clamp(value + quantile * standardError, least, most));
}
