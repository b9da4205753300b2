using ModelMonitor.Drift;

namespace ModelMonitor.Baselines.Differences;

/// <summary>What is different of one column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Drift">How far the later distribution is from the earlier, measured as a run measures it; null where only one has the column.</param>
/// <param name="Changes">What is different, what matters most first.</param>
public sealed record FeatureDifference(string Name, DriftResult? Drift, IReadOnlyList<BaselineChange> Changes)
{
    /// <summary>The largest weight of its changes; 0 for none.</summary>
    public double Weight => Changes.Select(change => change.Weight).DefaultIfEmpty().Max();

    /// <summary>Whether data like the later baseline would be far from the earlier: the column came, went, has another type, or drifted.</summary>
    public bool IsBreaking => Drift?.Violated == true || Changes.Any(
        change => change.Kind is BaselineChangeKind.ColumnAdded or BaselineChangeKind.ColumnRemoved or BaselineChangeKind.Type);
}
