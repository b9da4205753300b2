namespace ModelMonitor.Drift;

/// <summary>Whether a column drifted, by a test whose rate of false alarms is kept, and why.</summary>
/// <param name="Method">The identifier of the method that decided.</param>
/// <param name="Statistic">Its statistic.</param>
/// <param name="PValue">The p-value, corrected over all tests of the window.</param>
/// <param name="Rate">The p-value up to which a change is real.</param>
/// <param name="Effect">How much changed, in the method's unit.</param>
/// <param name="Floor">The effect from which a change matters.</param>
/// <param name="Bound">How far a sketch may have moved the statistic.</param>
/// <param name="Reason">Why this method: a sentence.</param>
public sealed record DriftDecision(
    string Method, double Statistic, double PValue, double Rate, double Effect, double Floor, double Bound, string Reason)
{
    /// <summary>The p-value of the column's distribution alone, before any correction; null where it was not compared.</summary>
    public double? OwnPValue { get; init; }

    /// <summary>The p-value of its missing cells alone, before any correction; null where none were ever missing.</summary>
    public double? MissingPValue { get; init; }

    /// <summary>Whether the change is real, and matters.</summary>
    public bool IsDrift => PValue <= Rate && Effect >= Floor;
}
