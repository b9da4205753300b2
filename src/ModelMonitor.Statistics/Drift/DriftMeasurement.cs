namespace ModelMonitor.Statistics.Drift;

/// <summary>What a drift method answers about two columns. No number in it is ever NaN or infinite.</summary>
/// <param name="Statistic">The distance or the test statistic, in the method's own convention.</param>
/// <param name="PValue">
/// How probable a statistic at least as extreme is without any drift, in [0, 1]; null of a pure distance, and
/// when nothing could be compared.
/// </param>
/// <param name="Effect">How much changed, whatever the number of rows: at least 0, 0 for no change; the unit is the method's.</param>
/// <param name="Bound">
/// How far <paramref name="Statistic"/> may be from that of all values, because a sketch dropped some, at its
/// 99 % rank error; 0 when both sides are complete.
/// </param>
/// <param name="IsExact">
/// True when both sides are complete and the p-value, where there is one, comes from the exact null distribution and
/// not from a limit.
/// </param>
/// <param name="Reason">Why nothing could be compared, a sentence; null of a comparison.</param>
public readonly record struct DriftMeasurement(
    double Statistic,
    double? PValue,
    double Effect,
    double Bound,
    bool IsExact,
    string? Reason = null)
{
    /// <summary>True when the two sides could be compared; false where the numbers stand for nothing.</summary>
    public bool IsCompared => Reason is null;

    /// <summary>The answer when there is nothing to compare: statistic, effect and bound 0, no p-value.</summary>
    /// <param name="reason">Why, a sentence.</param>
    public static DriftMeasurement NotCompared(string reason) =>
        new(Statistic: 0.0, PValue: null, Effect: 0.0, Bound: 0.0, IsExact: false, reason);

    /// <summary>A distance, which is its own effect size.</summary>
    internal static DriftMeasurement OfDistance(double distance, double bound) =>
        new(Finite.OrLargest(distance), PValue: null, Finite.OrLargest(distance), Finite.OrLargest(bound), IsExact: bound == 0.0);

    /// <summary>A test's answer; the p-value is put into [0, 1].</summary>
    internal static DriftMeasurement OfTest(double statistic, double pValue, double effect, double bound, bool isExact) =>
        new(
            Finite.OrLargest(statistic),
            double.IsNaN(pValue) ? 1.0 : Math.Clamp(pValue, 0.0, 1.0),
            Finite.OrLargest(effect),
            Finite.OrLargest(bound),
            isExact && bound == 0.0);

    /// <summary>The answer when a side has no values; null when both have.</summary>
    internal static DriftMeasurement? OfEmpty(long current, long reference, string values)
    {
        if (current > 0 && reference > 0)
        {
            return null;
        }

        return NotCompared(
            current == 0 && reference == 0 ? $"Neither side has {values}."
            : current == 0 ? $"The current side has no {values}."
            : $"The reference has no {values}.");
    }
}
