namespace ModelMonitor.Contracts.Monitors;

/// <summary>The bias monitor. Columns are given by name, or as text by index ("0" is the first of a row).</summary>
public sealed record BiasSection
{
    /// <summary>The confidence of intervals unless told otherwise: about one false alarm in a thousand windows of a facet with 21 metrics.</summary>
    public const double DefaultConfidence = 0.9999;

    /// <summary>Fewer rows than this inside or outside a facet are not judged, unless told otherwise.</summary>
    public const int DefaultMinimumGroupSize = 30;

    /// <summary>The column of the label; null where <see cref="Configuration"/> says it.</summary>
    public string? Label { get; init; }

    /// <summary>The labels that are favourable, numbers among them never thresholds; empty where a threshold or <see cref="Configuration"/> says it.</summary>
    public IReadOnlyList<string> PositiveLabels { get; init; } = [];

    /// <summary>The number above which a label is favourable; null where labels say it.</summary>
    public double? Threshold { get; init; }

    /// <summary>The column of the predicted label; null for none.</summary>
    public string? Prediction { get; init; }

    /// <summary>The column of the predicted probability, or of the probabilities of <see cref="LabelHeaders"/>; null for none.</summary>
    public string? Probability { get; init; }

    /// <summary>The labels whose probabilities a prediction lists, in that order: the likeliest is the predicted one. Empty for one probability, or where <see cref="Configuration"/> says it.</summary>
    public IReadOnlyList<string> LabelHeaders { get; init; } = [];

    /// <summary>The probability above which the favourable label is predicted, 0 to 1; the default is 0.5.</summary>
    public double ProbabilityThreshold { get; init; } = ModelQualitySection.DefaultProbabilityThreshold;

    /// <summary>The columns whose groups are compared; empty where <see cref="Configuration"/> names them.</summary>
    public IReadOnlyList<BiasFacet> Facets { get; init; } = [];

    /// <summary>The column within whose groups the conditional metrics compare; null for none.</summary>
    public string? GroupVariable { get; init; }

    /// <summary>The columns that the flip test takes for features; empty for all but label and prediction.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The metrics wanted, by names such as <c>DI</c>; empty for all, or for what <see cref="Configuration"/> asks for.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The columns of the baseline's dataset, where they have other names.</summary>
    public BiasDatasetSection Dataset { get; init; } = new();

    /// <summary>The values that metrics may have whatever the baseline's, by the metric's name such as <c>DI</c>.</summary>
    public IReadOnlyDictionary<string, AllowedRange> AllowedRanges { get; init; } = new Dictionary<string, AllowedRange>(StringComparer.Ordinal);

    /// <summary>The confidence of the intervals that must leave what is allowed, 0.5 to below 1; the default is 0.9999.</summary>
    public double Confidence { get; init; } = DefaultConfidence;

    /// <summary>Fewer rows than this inside or outside a facet are not judged, at least 1; the default is 30.</summary>
    public int MinimumGroupSize { get; init; } = DefaultMinimumGroupSize;

    /// <summary>The analysis configuration that says all this in Clarify's words; null where the section does.</summary>
    public ConfigurationFile? Configuration { get; init; }

    /// <summary>Which labels belong to predictions; null where rows have a label among their columns, or none is needed.</summary>
    public GroundTruthSection? GroundTruth { get; init; }

    /// <summary>Whether a run emits its metrics.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>When it runs, where that differs from the file.</summary>
    public KindTiming Timing { get; init; } = new();
}
