namespace ModelMonitor.Constraints;

/// <summary>What a monitor's definition says of one column; it wins over the baseline's files. Null means: as they say.</summary>
public sealed record FeatureOverride
{
    /// <summary>False leaves the column out: no checks, no drift, no metrics.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The distance above which there is drift, of numbers and of categories (for ChiSquared: the p-value up to which).</summary>
    public double? DriftThreshold { get; init; }

    /// <summary>The least share of rows with a value, in [0, 1].</summary>
    public double? CompletenessThreshold { get; init; }

    /// <summary>The least share of values of the right type, in [0, 1].</summary>
    public double? DataTypeThreshold { get; init; }

    /// <summary>The least share of values within the domain, in [0, 1].</summary>
    public double? DomainContentThreshold { get; init; }
}
