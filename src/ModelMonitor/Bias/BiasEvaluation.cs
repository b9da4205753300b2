namespace ModelMonitor.Bias;

/// <summary>What a window came to.</summary>
/// <param name="Measurement">The metrics.</param>
/// <param name="Findings">Each metric with its baseline.</param>
/// <param name="Violations">Those that are worse than they may be.</param>
internal sealed record BiasEvaluation(
    BiasMeasurement Measurement, IReadOnlyList<BiasFinding> Findings, IReadOnlyList<BiasViolation> Violations);
