namespace ModelMonitor.Drift;

/// <summary>How two distributions of a column are compared.</summary>
public enum DistanceMethod
{
    /// <summary>The largest difference of the two, less what samples of their sizes may differ by.</summary>
    Robust,

    /// <summary>The largest difference of the two.</summary>
    Simple,

    /// <summary>The p-value of Pearson's chi-squared test; of categories only.</summary>
    ChiSquared,
}
