namespace ModelMonitor.Drift;

/// <summary>What the number of a <see cref="DriftResult"/> is.</summary>
public enum DriftMeasure
{
    /// <summary>Nothing was computed.</summary>
    None,

    /// <summary>The largest difference of the cumulative distributions of numbers, in [0, 1].</summary>
    NumericLInfinity,

    /// <summary>The largest difference of one category's share, in [0, 1].</summary>
    CategoricalLInfinity,

    /// <summary>The p-value of Pearson's chi-squared test on categories, in [0, 1]: small when there is drift.</summary>
    ChiSquaredPValue,
}
