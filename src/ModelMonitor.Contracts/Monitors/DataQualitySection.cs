namespace ModelMonitor.Contracts.Monitors;

/// <summary>The data-quality monitor.</summary>
/// <param name="EmitMetrics">Whether a run emits metrics of its features.</param>
/// <param name="Features">What differs from the baseline's constraints for single features, by name.</param>
public sealed record DataQualitySection(bool EmitMetrics, IReadOnlyDictionary<string, FeatureSettings> Features)
{
    /// <summary>Which columns are watched for clusters of extreme values; the default is the model's first output.</summary>
    public ExtremesSection Extremes { get; init; } = new();

    /// <summary>When a distribution counts as drifted.</summary>
    public DriftSettings Drift { get; init; } = new();
}
