namespace ModelMonitor.Drift;

/// <summary>How far a column's distribution is from its baseline.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Distance">The distance, or the p-value, after any correction for small samples; null when nothing was computed.</param>
/// <param name="Threshold">The distance above which, or the p-value up to which, there is drift; 0 when nothing was computed.</param>
/// <param name="Violated">Whether there is drift.</param>
/// <param name="Reason">Why nothing was computed, in a sentence; null otherwise.</param>
public sealed record DriftResult(DriftMeasure Measure, double? Distance, double Threshold, bool Violated, string? Reason)
{
    /// <summary>The calibrated decision, which then is the one that counts; null where the distance decides.</summary>
    public DriftDecision? Decision { get; init; }

    /// <summary>The result when there is nothing to compare.</summary>
    public static DriftResult NotComputed(string reason) =>
        new(DriftMeasure.None, Distance: null, Threshold: 0.0, Violated: false, reason);

    internal static DriftResult OfDistance(DriftMeasure measure, double distance, double threshold) =>
        new(measure, distance, threshold, distance > threshold, Reason: null);

    internal static DriftResult OfPValue(double value, double threshold) =>
        new(DriftMeasure.ChiSquaredPValue, value, threshold, value <= threshold, Reason: null);

    internal DriftResult DecidedBy(DriftDecision decision) => this with { Decision = decision, Violated = decision.IsDrift };
}
