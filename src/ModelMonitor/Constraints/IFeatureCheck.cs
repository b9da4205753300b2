namespace ModelMonitor.Constraints;

/// <summary>One thing that is checked of every column.</summary>
internal interface IFeatureCheck
{
    /// <summary>The name violations bear.</summary>
    string CheckType { get; }

    /// <summary>What is wrong with the column; null when nothing is.</summary>
    string? Describe(FeatureComparison feature);
}
