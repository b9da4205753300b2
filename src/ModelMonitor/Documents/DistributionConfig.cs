namespace ModelMonitor.Documents;

/// <summary>How the distribution of a column is compared with its baseline. Null means: the default.</summary>
public sealed record DistributionConfig
{
    /// <summary>What SageMaker suggests, the two newer keys aside.</summary>
    public static DistributionConfig Classic { get; } = new()
    {
        PerformComparison = true,
        ComparisonThreshold = 0.1,
        ComparisonMethod = Documents.ComparisonMethod.Robust,
    };

    /// <summary>What SageMaker suggests since 2023.</summary>
    public static DistributionConfig Suggested { get; } = Classic with
    {
        CategoricalComparisonThreshold = 0.1,
        CategoricalDriftMethod = Documents.CategoricalDriftMethod.LInfinity,
    };

    /// <summary>Whether to compare at all. Default true.</summary>
    public bool? PerformComparison { get; init; }

    /// <summary>The distance of numbers above which there is drift. Default 0.1.</summary>
    public double? ComparisonThreshold { get; init; }

    /// <summary>How the distance is computed. Default Robust.</summary>
    public ComparisonMethod? ComparisonMethod { get; init; }

    /// <summary>
    /// The distance of categories above which, or for ChiSquared the p-value up to which, there is drift.
    /// Default <see cref="ComparisonThreshold"/>.
    /// </summary>
    public double? CategoricalComparisonThreshold { get; init; }

    /// <summary>How categories are compared. Default LInfinity.</summary>
    public CategoricalDriftMethod? CategoricalDriftMethod { get; init; }

    /// <summary>This configuration with the keys that <paramref name="overrides"/> has.</summary>
    public DistributionConfig With(DistributionConfig? overrides) => overrides is null ? this : new DistributionConfig
    {
        PerformComparison = overrides.PerformComparison ?? PerformComparison,
        ComparisonThreshold = overrides.ComparisonThreshold ?? ComparisonThreshold,
        ComparisonMethod = overrides.ComparisonMethod ?? ComparisonMethod,
        CategoricalComparisonThreshold = overrides.CategoricalComparisonThreshold ?? CategoricalComparisonThreshold,
        CategoricalDriftMethod = overrides.CategoricalDriftMethod ?? CategoricalDriftMethod,
    };
}
