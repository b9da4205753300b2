namespace ModelMonitor.Contracts.Monitors;

/// <summary>What differs from the baseline's constraints for one feature; null leaves the baseline's value.</summary>
public sealed record FeatureSettings
{
    /// <summary>Whether the feature is checked at all; the default is that it is.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The drift distance above which the feature violates, 0 to 1; with calibrated drift, the least effect that matters.</summary>
    public double? DriftThreshold { get; init; }

    /// <summary>What differs from the monitor's drift settings; null for nothing.</summary>
    public FeatureDriftSettings? Drift { get; init; }

    /// <summary>How much the feature counts in the share of drifted features; null for its attribution where the file has such a section with a baseline, else 1.</summary>
    public double? Weight { get; init; }

    /// <summary>The share of values that must be present, 0 to 1.</summary>
    public double? Completeness { get; init; }

    /// <summary>The share of values that must have the feature's type, 0 to 1.</summary>
    public double? DataTypeThreshold { get; init; }

    /// <summary>The share of values that must lie in the feature's domain, 0 to 1.</summary>
    public double? DomainContentThreshold { get; init; }

    /// <summary>The least value there should be; null for any.</summary>
    public double? Minimum { get; init; }

    /// <summary>The largest value there should be; null for any.</summary>
    public double? Maximum { get; init; }

    /// <summary>The share of the numbers that may lie outside <see cref="Minimum"/> and <see cref="Maximum"/>, 0 to 1; the default is none.</summary>
    public double AllowedOutside { get; init; }
}
