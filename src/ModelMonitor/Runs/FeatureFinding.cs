namespace ModelMonitor.Runs;

/// <summary>What a run found of one feature, for <c>run.json</c>.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Type">Its inferred type in the run's data.</param>
/// <param name="Completeness">Share of its cells that hold a value, in [0, 1].</param>
/// <param name="Method">How the distance from the baseline was measured; null when it was not.</param>
/// <param name="Distance">The distance, or the effect where a calibrated test decided; null when it was not measured.</param>
/// <param name="Threshold">What it was compared with; null when it was not.</param>
/// <param name="Drifted">Whether the distance violates the threshold.</param>
/// <param name="Note">Why it was not measured; null when it was.</param>
public sealed record FeatureFinding(
    string Name, string Type, double Completeness, string? Method, double? Distance, double? Threshold, bool Drifted, string? Note)
{
    /// <summary>The statistic of the method, where a calibrated test decided; null otherwise, as all that follows.</summary>
    public double? Statistic { get; init; }

    /// <summary>The p-value, corrected over all tests of the window.</summary>
    public double? PValue { get; init; }

    /// <summary>The p-value up to which a change is real: the false alarms of a month over its windows.</summary>
    public double? Rate { get; init; }

    /// <summary>How much changed, in the method's unit; the same as <see cref="Distance"/>.</summary>
    public double? Effect { get; init; }

    /// <summary>The distance that SageMaker Model Monitor takes and the metric of the feature has; null where <see cref="Distance"/> is it.</summary>
    public double? BaselineDistance { get; init; }

    /// <summary>How far a sketch may have moved the statistic.</summary>
    public double? Bound { get; init; }

    /// <summary>Why this method was taken.</summary>
    public string? Reason { get; init; }

    /// <summary>The p-value of the distribution alone, before any correction: what later windows learn the usual spread from.</summary>
    public double? OwnPValue { get; init; }

    /// <summary>The p-value of the missing cells alone, likewise.</summary>
    public double? MissingPValue { get; init; }
}
