namespace ModelMonitor.Contracts.Monitors;

/// <summary>The model-quality monitor. Columns are given by name, or as text by index ("0" is the first of a row).</summary>
/// <param name="ProblemType">What the model predicts.</param>
public sealed record ModelQualitySection(ProblemType ProblemType)
{
    /// <summary>The threshold of a probability unless told otherwise.</summary>
    public const double DefaultProbabilityThreshold = 0.5;

    /// <summary>The quantile that a regression predicts unless told otherwise: the median.</summary>
    public const double DefaultQuantile = 0.5;

    /// <summary>Which labels belong to predictions; null where rows have a label among their columns.</summary>
    public GroundTruthSection? GroundTruth { get; init; }

    /// <summary>The column of the label, and the field of it in labels that are JSON; null for the label as a whole.</summary>
    public string? GroundTruthAttribute { get; init; }

    /// <summary>The column of the predicted value or class; null where it follows from the probability.</summary>
    public string? InferenceAttribute { get; init; }

    /// <summary>The column of the predicted probability; null for none.</summary>
    public string? ProbabilityAttribute { get; init; }

    /// <summary>The columns of the dataset that a baseline is made of, where they have other names than those of captured rows.</summary>
    public QualityDatasetSection Dataset { get; init; } = new();

    /// <summary>The probability above which the positive class is predicted, 0 to 1; the default is 0.5.</summary>
    public double ProbabilityThreshold { get; init; } = DefaultProbabilityThreshold;

    /// <summary>The positive class of two; null for 1, or true.</summary>
    public string? PositiveLabel { get; init; }

    /// <summary>The quantile that a regression predicts, for its quantile loss, above 0 and below 1; the default is 0.5.</summary>
    public double Quantile { get; init; } = DefaultQuantile;

    /// <summary>How many usable rows a window must have for its metrics to be compared with thresholds; the default is 1, any window that has metrics.</summary>
    public int MinimumRows { get; init; } = 1;

    /// <summary>The chance of a violation by sampling alone, above 0: then a threshold must lie outside a metric's confidence interval. Null for the bare value.</summary>
    public double? Significance { get; init; }

    /// <summary>Whether a run emits metrics of the model.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>When it runs, where that differs from the file.</summary>
    public KindTiming Timing { get; init; } = new();
}
