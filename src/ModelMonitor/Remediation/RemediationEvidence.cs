using ModelMonitor.Reading;

namespace ModelMonitor.Remediation;

/// <summary>What the last judged window says.</summary>
public sealed record RemediationEvidence
{
    /// <summary>The folder of its report, ending in a slash.</summary>
    public required string ReportFolder { get; init; }

    /// <summary>The window.</summary>
    public required TimeWindow Window { get; init; }

    /// <summary>Its rows.</summary>
    public required long Rows { get; init; }

    /// <summary>Constraints violated in it.</summary>
    public required int Violations { get; init; }

    /// <summary>The version of the baseline that it was judged by; null when it has none.</summary>
    public string? BaselineVersion { get; init; }

    /// <summary>How many features drifted.</summary>
    public int DriftedFeatures { get; init; }

    /// <summary>Those that drifted most, ten at most.</summary>
    public IReadOnlyList<DriftedFeature> Drifted { get; init; } = [];
}
