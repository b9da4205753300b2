namespace ModelMonitor.Statistics.Fairness;

/// <summary>What a metric needs besides the facet.</summary>
[Flags]
public enum BiasNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The label of each row.</summary>
    Labels = 1,

    /// <summary>The prediction for each row.</summary>
    Predictions = 2,

    /// <summary>The group variable.</summary>
    Groups = 4,

    /// <summary>Rows with all their features, to find neighbours.</summary>
    Neighbours = 8,
}
