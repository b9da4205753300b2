using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;

namespace ModelMonitor.Constraints;

/// <summary>A column beside what is demanded of it.</summary>
/// <param name="Constraints">The demands.</param>
/// <param name="Settings">How strictly they are checked.</param>
/// <param name="Current">The column as it is.</param>
/// <param name="Drift">How far it is from its baseline.</param>
/// <param name="Compatibility">Whose judgement to follow.</param>
internal sealed record FeatureComparison(
    FeatureConstraints Constraints,
    CheckSettings Settings,
    ColumnProfile Current,
    DriftResult Drift,
    Compatibility Compatibility)
{
    /// <summary>The column as it was; null when the baseline has no statistics of it.</summary>
    public FeatureStatistics? Baseline { get; init; }
}
