namespace ModelMonitor.Statistics.Fairness;

/// <summary>What a bias metric is taken of.</summary>
public sealed record FacetCounts
{
    /// <summary>Counts the cells of a table.</summary>
    /// <param name="cells">The table.</param>
    /// <param name="hasGroups">Whether there is a group variable.</param>
    public static FacetCounts Of(FacetCells cells, bool hasGroups) => new()
    {
        Advantaged = cells.Side(isSensitive: false),
        Disadvantaged = cells.Side(isSensitive: true),
        GroupsByLabel = hasGroups ? cells.GroupsByLabel() : null,
        GroupsByPrediction = hasGroups ? cells.GroupsByPrediction() : null,
    };

    /// <summary>The rows outside the sensitive facet (a).</summary>
    public required SideCounts Advantaged { get; init; }

    /// <summary>The rows of the sensitive facet (d).</summary>
    public required SideCounts Disadvantaged { get; init; }

    /// <summary>The groups by label; null without a group variable.</summary>
    public IReadOnlyList<GroupCounts>? GroupsByLabel { get; init; }

    /// <summary>The groups by prediction; null without a group variable.</summary>
    public IReadOnlyList<GroupCounts>? GroupsByPrediction { get; init; }

    /// <summary>What the flip test found; null where it was not made.</summary>
    public FlipCounts? Flips { get; init; }

    /// <summary>
    /// Whether a label that one side lacks is dropped from both distributions and the rest not scaled to 1, as Clarify does,
    /// by which divergences become negative or too small. The default is false: all labels count.
    /// </summary>
    public bool DropsAbsentLabels { get; init; }
}
