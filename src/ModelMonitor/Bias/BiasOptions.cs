using ModelMonitor.Statistics.Fairness;

namespace ModelMonitor.Bias;

/// <summary>What a bias monitor looks at, and when it calls a metric violated.</summary>
/// <remarks>
/// Columns are named, or given by their index as text (<c>0</c> is the first column of a row), or by their name in <see cref="Headers"/>.
/// </remarks>
public sealed record BiasOptions
{
    /// <summary>The column of labels (ground truth).</summary>
    public required string Label { get; init; }

    /// <summary>The values of a positive label, or one threshold that a positive label is above, as <see cref="LabelMatch"/> says.</summary>
    public required IReadOnlyList<string> LabelValues { get; init; }

    /// <summary>How <see cref="LabelValues"/> are meant. The default is as Clarify reads its own files.</summary>
    public ValueMatch LabelMatch { get; init; }

    /// <summary>The facets, at least one.</summary>
    public required IReadOnlyList<FacetOptions> Facets { get; init; }

    /// <summary>The column whose values the conditional metrics are averaged over; null for none, then they have no value.</summary>
    public string? GroupVariable { get; init; }

    /// <summary>The column of predicted labels, with the values of <see cref="LabelValues"/>; null for none.</summary>
    public string? PredictedLabel { get; init; }

    /// <summary>The column of the probability of a positive label, looked at where there is no <see cref="PredictedLabel"/>; null for none.</summary>
    public string? Probability { get; init; }

    /// <summary>
    /// The labels that the probabilities of <see cref="Probability"/> are of, in their order: the likeliest is the predicted one, as Clarify's <c>label_headers</c>
    /// say it. Null where there is one probability, that of a positive label. Not looked at where there is a <see cref="PredictedLabel"/>.
    /// </summary>
    public IReadOnlyList<string>? LabelHeaders { get; init; }

    /// <summary>The probability above which the prediction is positive. The default is 0.5.</summary>
    public double ProbabilityThreshold { get; init; } = 0.5;

    /// <summary>The features, for the flip test; null for every column but label, prediction and probability.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The names of a row's columns in order, where the data have others or none; null where the data's names hold.</summary>
    public IReadOnlyList<string>? Headers { get; init; }

    /// <summary>The columns of rows whose names differ from those of these options, by the names here: those of a dataset, as it has them. Empty for none.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The names of the pre-training metrics wanted; null for all, empty for none.</summary>
    public IReadOnlyList<string>? PreTrainingMetrics { get; init; }

    /// <summary>The names of the post-training metrics wanted; null for all where predictions are named, empty for none.</summary>
    public IReadOnlyList<string>? PostTrainingMetrics { get; init; }

    /// <summary>Whose judgement to follow. The default is the corrected one.</summary>
    public Compatibility Compatibility { get; init; }

    /// <summary>
    /// How sure a violation must be: the level of the two-sided confidence interval. The default of 0.9999 leaves a chance of 1 in 20,000 on the harmful side, so that of the windows
    /// of a facet with 21 metrics that are as good as what they are held against, about one in a thousand has a false alarm. Not used under <see cref="Compatibility.SageMaker"/>.
    /// </summary>
    public double Confidence { get; init; } = 0.9999;

    /// <summary>Fewer rows than this inside or outside a facet are not judged. The default is 30. Not used under <see cref="Compatibility.SageMaker"/>.</summary>
    public int MinimumGroupSize { get; init; } = 30;

    /// <summary>Ranges of values by metric that take the place of the baseline, such as DI from 0.8 to 1.25. Not used under <see cref="Compatibility.SageMaker"/>.</summary>
    public IReadOnlyDictionary<string, AllowedRange> AllowedRanges { get; init; } = new Dictionary<string, AllowedRange>(StringComparer.Ordinal);

    /// <summary>Whether metrics are published. The default is true.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>Whether there are predictions to look at.</summary>
    public bool HasPredictions => PredictedLabel is not null || Probability is not null;

    /// <summary>The metrics wanted of a stage, by name.</summary>
    public IReadOnlyList<IBiasMetric> MetricsOf(BiasStage stage)
    {
        if (stage == BiasStage.PostTraining && !HasPredictions)
        {
            return [];
        }

        IReadOnlyList<string>? wanted = stage == BiasStage.PreTraining ? PreTrainingMetrics : PostTrainingMetrics;
        IReadOnlyList<IBiasMetric> all = BiasMetrics.Of(stage);
        return wanted is null ? all : [.. all.Where(metric => wanted.Contains(metric.Name, StringComparer.Ordinal))];
    }

    /// <summary>What rows call a column; null for none.</summary>
    internal string? ColumnOf(string? name) => name is not null && Columns.TryGetValue(name, out string? column) ? column : name;

    /// <summary>Whether predictions are labels rather than the probability of a positive one.</summary>
    internal bool PredictsLabels => PredictedLabel is not null || LabelHeaders is not null;

    internal bool IsSageMaker => Compatibility == Compatibility.SageMaker;

    internal ValueRule LabelRule => new(LabelValues, LabelMatch);
}
