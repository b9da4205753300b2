using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>What comparing a window's metrics with their thresholds came to.</summary>
/// <param name="Findings">Each metric.</param>
/// <param name="Violations">Those that do not meet their thresholds, in the order of the constraints.</param>
public sealed record QualityEvaluation(IReadOnlyList<QualityFinding> Findings, IReadOnlyList<QualityViolation> Violations)
{
    /// <summary>What people should know of it, a sentence each; the default is nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
