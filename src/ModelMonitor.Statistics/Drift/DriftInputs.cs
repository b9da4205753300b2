namespace ModelMonitor.Statistics.Drift;

/// <summary>What of a <see cref="DriftSample"/> a method compares.</summary>
[Flags]
public enum DriftInputs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Distributions of numbers.</summary>
    Numbers = 1,

    /// <summary>Distributions of categories.</summary>
    Categories = 2,

    /// <summary>Moments of numbers.</summary>
    Moments = 4,

    /// <summary>Counts of missing cells.</summary>
    Completeness = 8,
}
