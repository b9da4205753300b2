namespace ModelMonitor.Statistics.Fairness;

/// <summary>What the flip test found of the rows of the sensitive facet.</summary>
/// <param name="Favoured">Rows predicted positive whose neighbours outside the facet are predicted negative.</param>
/// <param name="Harmed">Rows predicted negative whose neighbours outside the facet are predicted positive.</param>
/// <param name="Rows">All rows of the facet that were tested.</param>
public readonly record struct FlipCounts(long Favoured, long Harmed, long Rows)
{
    /// <summary>How often the distinct rows occur, where they are a sample of those there are; null where they are all.</summary>
    public FlipClusters? Clusters { get; init; }
}
