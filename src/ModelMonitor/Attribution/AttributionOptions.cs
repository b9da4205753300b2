namespace ModelMonitor.Attribution;

/// <summary>What an attribution monitor looks at, and when it calls the ranking of features drifted.</summary>
public sealed record AttributionOptions
{
    /// <summary>The names of the features in the order in which the model takes them, for explanations that name none; null to take those of the baseline's labels.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Whether rows are local SHAP values of a file rather than captures: then every column is a feature where <see cref="Features"/> names none. Default false.</summary>
    public bool AreLocalValues { get; init; }

    /// <summary>The names of the labels in the order of the explanations; null for <c>label0</c>, <c>label1</c> …</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>How attributions of rows become global ones. The default is the mean of absolute values.</summary>
    public AttributionAggregate Aggregate { get; init; }

    /// <summary>The gain below which the ranking has drifted, from 0 to 1. The default is Clarify's 0.9.</summary>
    public double Threshold { get; init; } = 0.9;

    /// <summary>Fewer explained rows than this are not judged. The default is 30. Not used under <see cref="ModelMonitor.Compatibility.SageMaker"/>.</summary>
    public int MinimumRows { get; init; } = 30;

    /// <summary>Whose judgement to follow. The default is the corrected one.</summary>
    public Compatibility Compatibility { get; init; }

    /// <summary>Whether metrics are published. The default is true.</summary>
    public bool EmitMetrics { get; init; } = true;
}
