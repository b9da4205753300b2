using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Which columns hold predictions and labels, and how they are judged. A column is given by name, or by index as text.</summary>
public sealed record QualityOptions
{
    /// <summary>What the model predicts.</summary>
    public required ProblemType Problem { get; init; }

    /// <summary>The column of the label.</summary>
    public required string GroundTruthAttribute { get; init; }

    /// <summary>What is wanted of ground truth that is joined to rows as the column <see cref="GroundTruthAttribute"/>; null, the default, where rows have it.</summary>
    public LabelRequest? Labels { get; init; }

    /// <summary>The column of the predicted number or class; null where it follows from the probability.</summary>
    public string? InferenceAttribute { get; init; }

    /// <summary>The column of the probability of the positive class; null for none.</summary>
    public string? ProbabilityAttribute { get; init; }

    /// <summary>The probability above which the positive class is predicted where there is no <see cref="InferenceAttribute"/>. Default 0.5.</summary>
    public double ProbabilityThreshold { get; init; } = 0.5;

    /// <summary>The positive class, all other labels being negative; null for 1 and true, with 0 and false the negative ones.</summary>
    public string? PositiveLabel { get; init; }

    /// <summary>The quantile that a regression predicts, for its quantile loss, above 0 and below 1. Default 0.5, the median.</summary>
    public double Quantile { get; init; } = ModelQualitySection.DefaultQuantile;

    /// <summary>
    /// How many usable rows there must be for metrics to be compared with thresholds. Default 1. SageMaker compatibility compares
    /// those of any number.
    /// </summary>
    public int MinimumRows { get; init; } = 1;

    /// <summary>
    /// The chance of a violation by sampling alone, above 0 and at most 0.5: a metric then violates its threshold only when its
    /// confidence interval excludes it. Null, the default, compares the bare value, and so does SageMaker compatibility.
    /// </summary>
    public double? Significance { get; init; }

    /// <summary>Whose documents and judgement to follow. Default <see cref="Compatibility.Corrected"/>.</summary>
    public Compatibility Compatibility { get; init; }

    /// <summary>Whether a run emits metrics of the model. Default true.</summary>
    public bool EmitMetrics { get; init; } = true;

    /// <summary>How the user knows these options, for messages.</summary>
    public string Source { get; init; } = "options";

    /// <summary>The confidence of the intervals: 95 %, or what <see cref="Significance"/> leaves when it may be missed at either end.</summary>
    public double ConfidenceLevel => Significance is { } chance ? 1.0 - 2.0 * chance : Statistics.Estimation.ConfidenceLevel.Default;

    /// <summary>The columns that are needed of a row, no name twice.</summary>
    public IReadOnlyList<string> Attributes =>
    [
        .. new[] { InferenceAttribute, ProbabilityAttribute, GroundTruthAttribute }.OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    internal bool IsSageMaker => Compatibility == Compatibility.SageMaker;

    /// <summary>A hash of what decides what becomes of a row.</summary>
    internal string RowsFingerprint => new Fingerprint()
        .Add((int)Problem)
        .Add(GroundTruthAttribute)
        .Add(InferenceAttribute)
        .Add(ProbabilityAttribute)
        .Add(BitConverter.DoubleToInt64Bits(ProbabilityThreshold))
        .Add(PositiveLabel)
        .Add(BitConverter.DoubleToInt64Bits(Quantile))
        .ToString();

    /// <summary>Checks that the options go together.</summary>
    /// <exception cref="ConfigurationException">They do not; the message says which and how to mend it.</exception>
    public QualityOptions Validated()
    {
        bool isBinary = Problem == ProblemType.BinaryClassification;
        Expect(Enum.IsDefined(Problem), "problemType", "expected Regression, BinaryClassification or MulticlassClassification");
        Expect(GroundTruthAttribute.Length > 0, "groundTruthAttribute", "expected the column of the label: its name, or its index as text");
        Expect(InferenceAttribute != "", "inferenceAttribute", "expected the column of the prediction: its name, or its index as text");
        Expect(ProbabilityAttribute != "", "probabilityAttribute", "expected the column of the probability: its name, or its index as text");
        Expect(
            InferenceAttribute is not null || (isBinary && ProbabilityAttribute is not null),
            "inferenceAttribute",
            isBinary ? "is missing, and probabilityAttribute too; give one of them" : "is missing; give the column of the prediction");
        Expect(
            isBinary || ProbabilityAttribute is null,
            "probabilityAttribute",
            $"is of BinaryClassification, and the problem type is {Problem}; remove it, and give inferenceAttribute");
        Expect(
            InferenceAttribute != GroundTruthAttribute && ProbabilityAttribute != GroundTruthAttribute,
            "groundTruthAttribute",
            $"\"{GroundTruthAttribute}\" is the prediction's column too; a label compared with itself is always right");
        Expect(isBinary || PositiveLabel is null, "positiveLabel", $"is of BinaryClassification, and the problem type is {Problem}; remove it");
        ExpectWithin(ProbabilityThreshold is >= 0.0 and <= 1.0, "probabilityThreshold", "from 0 to 1", ProbabilityThreshold);
        Expect(
            Problem == ProblemType.Regression || Quantile == ModelQualitySection.DefaultQuantile,
            "quantile",
            $"is of Regression, and the problem type is {Problem}; remove it");
        ExpectWithin(MinimumRows >= 1, "minimumRows", "not below 1", MinimumRows);
        ExpectWithin(Quantile is > 0.0 and < 1.0, "quantile", "above 0 and below 1", Quantile);
        ExpectWithin(Significance is null or (> 0.0 and <= 0.5), "significance", "above 0, at most 0.5", Significance ?? 0.0);
        return this;
    }

    private void ExpectWithin(bool holds, string option, string range, double found) => Expect(
        holds, option, string.Create(CultureInfo.InvariantCulture, $"expected a number {range}, found {found}"));

    private void Expect(bool holds, string option, string expectation)
    {
        if (!holds)
        {
            throw new ConfigurationException(Source, $"$.modelQuality.{option}", expectation);
        }
    }
}
