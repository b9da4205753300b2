using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Cli.Options;

/// <summary>A kind of monitor, and what the command line says of it; null for what the monitor file or the default says.</summary>
/// <param name="Kind">The kind's name.</param>
internal sealed record KindRequest(string? Kind = null)
{
    private const string FlagsAlone = "flags";

    /// <summary>What the model predicts.</summary>
    public ProblemType? ProblemType { get; init; }

    /// <summary>The column of the predicted value or class.</summary>
    public string? Inference { get; init; }

    /// <summary>The column of the predicted probability.</summary>
    public string? Probability { get; init; }

    /// <summary>The probability above which the positive class is predicted.</summary>
    public double? ProbabilityThreshold { get; init; }

    /// <summary>The quantile that a regression predicts.</summary>
    public double? Quantile { get; init; }

    /// <summary>The column of the label.</summary>
    public string? GroundTruthAttribute { get; init; }

    /// <summary>The positive class.</summary>
    public string? PositiveLabel { get; init; }

    /// <summary>The path of the ground truth to join to the rows; null for what the monitor file says, or for rows that have labels.</summary>
    public string? GroundTruth { get; init; }

    /// <summary>The column of ids in ground truth that is plain rows, and in data that are; null for captures and SageMaker's labels, which have ids.</summary>
    public string? IdColumn { get; init; }

    /// <summary>The path of an analysis configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>The content of that file; null until it has been read.</summary>
    public string? ConfigurationContent { get; init; }

    /// <summary>The monitor that is meant: of the file, with what the command line says instead, or of the command line alone.</summary>
    /// <param name="monitor">The monitor file's; null for none.</param>
    /// <exception cref="ConfigurationException">An option is of another kind, or one is missing without which the kind cannot be.</exception>
    public MonitorDefinition ApplyTo(MonitorDefinition? monitor)
    {
        string kind = Kind ?? monitor?.Kind ?? MonitorKindNames.DataQuality;
        MustBeOf(kind);
        MonitorDefinition definition = monitor ?? new MonitorDefinition { Name = kind, Endpoint = FlagsAlone, Kind = kind };
        return kind switch
        {
            MonitorKindNames.ModelQuality => definition with { ModelQuality = ApplyTo(definition.ModelQuality) },
            MonitorKindNames.Bias => definition with { Bias = ApplyTo(definition.Bias) },
            MonitorKindNames.Attribution => definition with { Attribution = definition.Attribution ?? new AttributionSection() },
            _ => monitor ?? definition with
            {
                // Without a monitor file nothing is watched but what a baseline demands.
                DataQuality = new DataQualitySection(EmitMetrics: true, new Dictionary<string, FeatureSettings>(StringComparer.Ordinal))
                {
                    Extremes = new ExtremesSection(Enabled: false),
                },
            },
        };
    }

    private ModelQualitySection ApplyTo(ModelQualitySection? section)
    {
        ModelQualitySection given = section ?? new ModelQualitySection(ProblemType ?? throw new ConfigurationException(
            "--problem-type", "", "is missing; give regression, binary or multiclass, or a monitor file with a section modelQuality."));
        given = given with
        {
            ProblemType = ProblemType ?? given.ProblemType,
            InferenceAttribute = Inference ?? given.InferenceAttribute,
            ProbabilityAttribute = Probability ?? given.ProbabilityAttribute,
            ProbabilityThreshold = ProbabilityThreshold ?? given.ProbabilityThreshold,
            Quantile = Quantile ?? given.Quantile,
            GroundTruth = Joined(given.GroundTruth),
            GroundTruthAttribute = GroundTruthAttribute ?? given.GroundTruthAttribute,
            PositiveLabel = PositiveLabel ?? given.PositiveLabel,
        };
        if (given is { InferenceAttribute: null, ProbabilityAttribute: null })
        {
            throw new ConfigurationException("--inference", "", "is missing, and --probability too; give one, the name or index of a column.");
        }

        return section is null && given is { GroundTruth: null, GroundTruthAttribute: null }
            ? throw new ConfigurationException(
                "--ground-truth-attribute", "", "is missing; give the column of the label, its name or index. A run takes labels from elsewhere with --ground-truth.")
            : given;
    }

    private BiasSection ApplyTo(BiasSection? section)
    {
        BiasSection given = section ?? new BiasSection();
        given = given with
        {
            Prediction = Inference ?? given.Prediction,
            Probability = Probability ?? given.Probability,
            ProbabilityThreshold = ProbabilityThreshold ?? given.ProbabilityThreshold,
            GroundTruth = Joined(given.GroundTruth),
            Label = GroundTruthAttribute ?? given.Label,
            PositiveLabels = PositiveLabel is null ? given.PositiveLabels : [PositiveLabel],
            Configuration = Configuration is null
                ? given.Configuration
                : new ConfigurationFile(Path.GetFileName(Configuration)) { Content = ConfigurationContent },
        };
        return given is { Configuration: null, Facets.Count: 0 }
            ? throw new ConfigurationException("--config", "", "is missing; give an analysis_config.json, or a monitor file with a section bias.")
            : given;
    }

    /// <summary>Where labels are: with <c>--ground-truth</c>, whatever the monitor file says, at that path.</summary>
    private GroundTruthSection? Joined(GroundTruthSection? section) => GroundTruth is null
        ? section
        : (section ?? new GroundTruthSection(new GroundTruthLocation(Bucket: null, Prefix: ""))) with { IdColumn = IdColumn ?? section?.IdColumn };

    private void MustBeOf(string kind)
    {
        bool isQuality = kind == MonitorKindNames.ModelQuality;
        bool hasPredictions = isQuality || kind == MonitorKindNames.Bias;
        (string Option, bool IsGiven, bool Fits)[] options =
        [
            ("--problem-type", ProblemType is not null, isQuality),
            ("--inference", Inference is not null, hasPredictions),
            ("--probability", Probability is not null, hasPredictions),
            ("--probability-threshold", ProbabilityThreshold is not null, hasPredictions),
            ("--quantile", Quantile is not null, isQuality),
            ("--ground-truth-attribute", GroundTruthAttribute is not null, hasPredictions),
            ("--ground-truth", GroundTruth is not null, hasPredictions),
            ("--id-column", IdColumn is not null, hasPredictions),
            ("--positive-label", PositiveLabel is not null, hasPredictions),
            ("--config", Configuration is not null, kind == MonitorKindNames.Bias),
        ];
        foreach ((string option, bool isGiven, bool fits) in options)
        {
            if (isGiven && !fits)
            {
                throw new ConfigurationException(option, "", $"has no meaning for {kind}; leave it out, or give another --kind.");
            }
        }

        if (IdColumn is not null && GroundTruth is null)
        {
            throw new ConfigurationException("--id-column", "", "joins rows with --ground-truth, which is missing; give both, or leave it out.");
        }
    }
}
