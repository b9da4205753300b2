namespace ModelMonitor.Contracts.Monitors;

/// <summary>The columns of the dataset that a bias baseline is made of, where they differ from those of captured rows. Null leaves what the monitor says.</summary>
public sealed record BiasDatasetSection
{
    /// <summary>The column of the label.</summary>
    public string? Label { get; init; }

    /// <summary>The column of the predicted label, in place of the monitor's prediction or probability.</summary>
    public string? Prediction { get; init; }

    /// <summary>The column of the predicted probability, in place of the monitor's prediction or probability.</summary>
    public string? Probability { get; init; }

    /// <summary>The column within whose groups the conditional metrics compare.</summary>
    public string? GroupVariable { get; init; }

    /// <summary>The dataset's columns by the names of the monitor's facets; facets that are missing are called the same.</summary>
    public IReadOnlyDictionary<string, string> Facets { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
