using ModelMonitor.Attribution;
using ModelMonitor.Bias;
using ModelMonitor.Metrics;
using ModelMonitor.Rules;

namespace ModelMonitor.Runs;

/// <summary>What a monitor kind makes of the merged state of a run.</summary>
/// <param name="Documents">The files of the report, <c>run.json</c> aside.</param>
/// <param name="Violations">How many constraints were violated.</param>
/// <param name="Features">What was compared, feature by feature.</param>
public sealed record RunFindings(
    IReadOnlyList<RunDocument> Documents,
    int Violations,
    IReadOnlyList<FeatureFinding> Features)
{
    /// <summary>How many rows could be used; null for kinds that use every row. A window with none of use was not judged.</summary>
    public long? UsableRows { get; init; }

    /// <summary>How many could not.</summary>
    public long UnusableRows { get; init; }

    /// <summary>What became of the monitor's own rules and scripts; null where there are none.</summary>
    public IReadOnlyList<RuleFinding>? Rules { get; init; }

    /// <summary>The metrics of model quality; null of other kinds.</summary>
    public IReadOnlyList<QualityFinding>? Quality { get; init; }

    /// <summary>The bias metrics; null for other kinds.</summary>
    public IReadOnlyList<BiasFinding>? Bias { get; init; }

    /// <summary>The global attributions; null for other kinds.</summary>
    public IReadOnlyList<AttributionFinding>? Attribution { get; init; }

    /// <summary>The share of drifted features, by their weights, in [0, 1]; null when no feature was compared.</summary>
    public double? DriftedShare { get; init; }

    /// <summary>What people should know of the judgement, a sentence each; the default is nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The metrics that the kind contributes besides those of every run; the default is none.</summary>
    public IReadOnlyList<KindMetrics> Metrics { get; init; } = [];
}
