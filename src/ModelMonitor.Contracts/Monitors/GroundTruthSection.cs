namespace ModelMonitor.Contracts.Monitors;

/// <summary>Which labels belong to predictions, and how they are joined.</summary>
/// <param name="Location">Where they are.</param>
public sealed record GroundTruthSection(GroundTruthLocation Location)
{
    /// <summary>The column of files with plain rows that holds a prediction's id; null for labels in SageMaker's format.</summary>
    public string? IdColumn { get; init; }

    /// <summary>When a window is judged again for labels that arrived.</summary>
    public LabelSettings Labels { get; init; } = new();

    /// <summary>Whether predictions are also written together with their labels, as SageMaker's merge job does; the default is not.</summary>
    public bool WriteMerged { get; init; }
}
