namespace ModelMonitor.Documents;

/// <summary>How strictly constraints are checked, for a document or, in part, for one of its features.</summary>
/// <remarks>A key that is absent is null here, so that a file reads and writes unchanged and overrides can be told.</remarks>
public sealed record MonitoringConfig
{
    /// <summary>The configuration that SageMaker suggests.</summary>
    public static MonitoringConfig Suggested { get; } = new()
    {
        EvaluateConstraints = true,
        EmitMetrics = true,
        DataTypeThreshold = 1.0,
        DomainContentThreshold = 1.0,
        Distribution = DistributionConfig.Suggested,
    };

    /// <summary>Whether violations are looked for. Default true.</summary>
    public bool? EvaluateConstraints { get; init; }

    /// <summary>Whether metrics are published. Default true.</summary>
    public bool? EmitMetrics { get; init; }

    /// <summary>
    /// The least share of values of the right type, in [0, 1]. Default 1: what every file has that SageMaker
    /// wrote, though its documentation says 0.1.
    /// </summary>
    public double? DataTypeThreshold { get; init; }

    /// <summary>The least share of values within the domain, in [0, 1]. Default 1, as above.</summary>
    public double? DomainContentThreshold { get; init; }

    /// <summary>How distributions are compared; null when the block is absent.</summary>
    public DistributionConfig? Distribution { get; init; }

    /// <summary>This configuration with the keys that <paramref name="overrides"/> has.</summary>
    public MonitoringConfig With(MonitoringConfig? overrides) => overrides is null ? this : new MonitoringConfig
    {
        EvaluateConstraints = overrides.EvaluateConstraints ?? EvaluateConstraints,
        EmitMetrics = overrides.EmitMetrics ?? EmitMetrics,
        DataTypeThreshold = overrides.DataTypeThreshold ?? DataTypeThreshold,
        DomainContentThreshold = overrides.DomainContentThreshold ?? DomainContentThreshold,
        Distribution = (Distribution ?? new DistributionConfig()).With(overrides.Distribution),
    };
}
