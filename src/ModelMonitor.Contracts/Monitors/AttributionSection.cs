namespace ModelMonitor.Contracts.Monitors;

/// <summary>The monitor of feature attributions.</summary>
public sealed record AttributionSection
{
    /// <summary>The threshold that Clarify has.</summary>
    public const double DefaultThreshold = 0.9;

    /// <summary>How attributions are made, the only way there is so far.</summary>
    public const string KernelShap = "kernel_shap";

    /// <summary>The score (NDCG against the baseline's ranking) below which attributions have drifted, 0 to 1; the default is 0.9.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>How attributions are made, in Clarify's words.</summary>
    public string Method { get; init; } = KernelShap;

    /// <summary>How attributions of single predictions become one of the model; the default is the mean of absolute values.</summary>
    public AttributionAggregation Aggregation { get; init; }

    /// <summary>Whether a run emits metrics of the features.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>When it runs, where that differs from the file.</summary>
    public KindTiming Timing { get; init; } = new();
}
