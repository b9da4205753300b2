namespace ModelMonitor.Baselines.Differences;

/// <summary>What is different between two baselines.</summary>
/// <param name="Changes">What is different as a whole.</param>
/// <param name="Features">The columns of both, those that differ most first.</param>
public sealed record BaselineDifference(IReadOnlyList<BaselineChange> Changes, IReadOnlyList<FeatureDifference> Features)
{
    /// <summary>Columns that came, went, have another type, or drifted.</summary>
    public int BreakingCount => Features.Count(feature => feature.IsBreaking);

    /// <summary>Whether nothing at all is different.</summary>
    public bool IsNone => Changes.Count == 0 && Features.All(feature => feature.Changes.Count == 0);
}
