namespace ModelMonitor.Documents;

/// <summary>Reads a <c>monitoring_config</c>, or the overrides of a feature, which have the same keys.</summary>
internal static class MonitoringConfigReader
{
    public static MonitoringConfig? Read(JsonPlace? config) => config is null ? null : new MonitoringConfig
    {
        EvaluateConstraints = config.Optional("evaluate_constraints")?.Enabled(),
        EmitMetrics = config.Optional("emit_metrics")?.Enabled(),
        DataTypeThreshold = config.Optional("datatype_check_threshold")?.NumberIn(0.0, 1.0),
        DomainContentThreshold = config.Optional("domain_content_threshold")?.NumberIn(0.0, 1.0),
        Distribution = ReadDistribution(config.Optional("distribution_constraints")),
    };

    private static DistributionConfig? ReadDistribution(JsonPlace? config) => config is null ? null : new DistributionConfig
    {
        // enable_comparisons is what perform_comparison was called in 2019.
        PerformComparison = config.Optional("perform_comparison")?.Enabled() ?? config.Optional("enable_comparisons")?.Truth(),
        ComparisonThreshold = config.Optional("comparison_threshold")?.NumberIn(0.0, double.PositiveInfinity),
        ComparisonMethod = config.Optional("comparison_method") is { } method ? ReadMethod(method) : null,
        CategoricalComparisonThreshold =
            config.Optional("categorical_comparison_threshold")?.NumberIn(0.0, double.PositiveInfinity),
        CategoricalDriftMethod = config.Optional("categorical_drift_method") is { } drift ? ReadDriftMethod(drift) : null,
    };

    private static ComparisonMethod ReadMethod(JsonPlace method) => method.Word() switch
    {
        "Robust" => ComparisonMethod.Robust,
        "Simple" => ComparisonMethod.Simple,
        _ => throw method.Unexpected("Robust or Simple"),
    };

    private static CategoricalDriftMethod ReadDriftMethod(JsonPlace method) => method.Word() switch
    {
        "LInfinity" => CategoricalDriftMethod.LInfinity,
        "ChiSquared" => CategoricalDriftMethod.ChiSquared,
        _ => throw method.Unexpected("LInfinity or ChiSquared"),
    };
}
