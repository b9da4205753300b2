using ModelMonitor.Documents;

namespace ModelMonitor.Baselines;

/// <summary>What data are compared with.</summary>
/// <param name="Constraints">What is demanded of each column, and how strictly.</param>
/// <param name="Statistics">The distributions of the training set; null leaves drift out.</param>
/// <param name="Fingerprint">A hash of the two files' bytes.</param>
/// <param name="Version">The baseline's version; null for files that have none.</param>
public sealed record Baseline(
    ConstraintsDocument Constraints, StatisticsDocument? Statistics, string Fingerprint, string? Version = null);
