namespace ModelMonitor.Documents;

/// <summary>How the categories of a column are compared (<c>categorical_drift_method</c>).</summary>
public enum CategoricalDriftMethod
{
    /// <summary>By the largest difference of one category's share.</summary>
    LInfinity,

    /// <summary>By Pearson's chi-squared test.</summary>
    ChiSquared,
}
