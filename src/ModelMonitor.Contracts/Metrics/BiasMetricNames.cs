namespace ModelMonitor.Contracts.Metrics;

/// <summary>The names of the bias metrics of SageMaker Clarify, in documents and, behind a prefix, in CloudWatch.</summary>
public static class BiasMetricNames
{
    /// <summary>What their names in CloudWatch start with.</summary>
    public const string Prefix = "bias_metric_";

    /// <summary>The word of <see cref="MetricDimensions.BiasStage"/> for metrics of labels.</summary>
    public const string PreTrainingStage = "Pre-training";

    /// <summary>The word of <see cref="MetricDimensions.BiasStage"/> for metrics of predictions.</summary>
    public const string PostTrainingStage = "Post-Training";

    /// <summary>The metrics of labels.</summary>
    public static IReadOnlyList<string> PreTraining { get; } = ["CDDL", "CI", "DPL", "JS", "KL", "KS", "LP", "TVD"];

    /// <summary>The metrics of predictions.</summary>
    public static IReadOnlyList<string> PostTraining { get; } =
        ["AD", "CDDPL", "DAR", "DCA", "DCR", "DI", "DPPL", "DRR", "FT", "GE", "RD", "SD", "TE"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. PreTraining, .. PostTraining];

    /// <summary>Whether there is a bias metric of that name.</summary>
    /// <param name="name">The name, without <see cref="Prefix"/>.</param>
    public static bool IsKnown(string name) => All.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether a metric's name in CloudWatch is that of a bias metric.</summary>
    public static bool IsPublished(string metric) => metric.StartsWith(Prefix, StringComparison.Ordinal) && IsKnown(metric[Prefix.Length..]);

    /// <summary>The stage of a bias metric.</summary>
    /// <param name="name">The name, without <see cref="Prefix"/>.</param>
    public static string StageOf(string name) => PreTraining.Contains(name, StringComparer.Ordinal) ? PreTrainingStage : PostTrainingStage;
}
