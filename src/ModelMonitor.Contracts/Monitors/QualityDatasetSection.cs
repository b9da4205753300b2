namespace ModelMonitor.Contracts.Monitors;

/// <summary>The columns of the dataset that a model-quality baseline is made of, where they differ from those of captured rows. Null leaves what the monitor says.</summary>
public sealed record QualityDatasetSection
{
    /// <summary>The column of the label.</summary>
    public string? GroundTruthAttribute { get; init; }

    /// <summary>The column of the predicted value or class.</summary>
    public string? InferenceAttribute { get; init; }

    /// <summary>The column of the predicted probability.</summary>
    public string? ProbabilityAttribute { get; init; }
}
