using ModelMonitor.Documents;
using ModelMonitor.Metrics;

namespace ModelMonitor.Rules;

/// <summary>What rules and scripts add to a run.</summary>
/// <param name="Findings">What became of each.</param>
/// <param name="Violations">The violations.</param>
/// <param name="Metrics">The metrics that the script adds.</param>
internal sealed record RuleOutcome(
    IReadOnlyList<RuleFinding> Findings, IReadOnlyList<Violation> Violations, IReadOnlyList<Metric> Metrics)
{
    /// <summary>Of a monitor without rules.</summary>
    public static RuleOutcome None { get; } = new([], [], []);
}
