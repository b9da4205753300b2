using ModelMonitor.Documents;
using ModelMonitor.Reports.Wording;
using ModelMonitor.Runs;

namespace ModelMonitor.Reports.Evidence;

/// <summary>All that a run's page shows of a feature.</summary>
internal sealed record FeatureEvidence
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What the run found; null for a feature that is not there.</summary>
    public FeatureFinding? Finding { get; init; }

    /// <summary>What it violates.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>The share of cells with a value in the baseline, in [0, 1]; null when unknown.</summary>
    public double? BaselineCompleteness { get; init; }

    /// <summary>The type in the baseline; null when unknown.</summary>
    public string? BaselineType { get; init; }

    /// <summary>Both distributions; null when there is none to show.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Figures of numbers, baseline and current.</summary>
    public IReadOnlyList<Measurement> Measurements { get; init; } = [];

    /// <summary>Categories that the baseline does not have, most frequent first; at most a dozen.</summary>
    public IReadOnlyList<string> Came { get; init; } = [];

    /// <summary>Categories that are gone, most frequent first; at most a dozen.</summary>
    public IReadOnlyList<string> Went { get; init; } = [];

    /// <summary>How far it is from its threshold, whatever the method: 1 is the threshold itself.</summary>
    public double Ratio => Finding is null ? 0.0 : DriftRatio.Of(Finding);

    /// <summary>
    /// What comes first: a column that is missing or new, then drift by how far it is beyond the threshold, then
    /// other violations, then what has moved without violating anything.
    /// </summary>
    public double Weight =>
        (Finding is null ? 1e12 : 0.0)
        + (Finding is { Drifted: true } ? 1e6 : 0.0)
        + (Violations.Count > 0 ? 1e3 : 0.0)
        + Math.Min(Ratio, 999.0);
}
