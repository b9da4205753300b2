using System.CommandLine;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;

namespace ModelMonitor.Cli.Options;

/// <summary>The options that say which kind of monitor is meant, and what its section of a monitor file would say.</summary>
internal sealed class KindOptions
{
    private readonly Option<KindChoice?> _kind = Choice.CreateOption(
        "--kind", "What is monitored. Default: what the monitor file has first, else data-quality.", KindChoice.Words);

    private readonly Option<ProblemType?> _problem = Choice.CreateOption(
        "--problem-type",
        "What the model predicts; for model quality.",
        ("regression", ProblemType.Regression),
        ("binary", ProblemType.BinaryClassification),
        ("multiclass", ProblemType.MulticlassClassification));

    private readonly Option<string?> _inference = Column("--inference", "The column of the predicted value or class, by name or index; for model quality and bias.");
    private readonly Option<string?> _probability = Column("--probability", "The column of the predicted probability, by name or index; for model quality and bias.");
    private readonly Option<double?> _threshold = new("--probability-threshold")
    {
        Description = "The probability above which the positive class is predicted, 0 to 1. Default: 0.5; for model quality and bias.",
        HelpName = "P",
    };

    private readonly Option<double?> _quantile = new("--quantile")
    {
        Description = "The quantile that a regression predicts, above 0 and below 1. Default: 0.5; for model quality.",
        HelpName = "Q",
    };

    private readonly Option<string?> _label = Column("--ground-truth-attribute", "The column of the label, by name or index; for model quality and bias.");
    private readonly Option<string?> _positive = new("--positive-label") { Description = "The positive class of two; for model quality and bias.", HelpName = "TEXT" };
    private readonly Option<string?> _config = new("--config")
    {
        Description = "An analysis_config.json of SageMaker Clarify; for bias.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _groundTruth = new("--ground-truth")
    {
        Description = "The labels to join to predictions by their ids: a file, or a folder of files; here, or s3://bucket/…; for model quality and bias. Default: where the monitor file says, in the bucket of --capture or the folder that stands for it.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _idColumn = Column(
        "--id-column", "The column of ids in --ground-truth, where that is not in SageMaker's format, and in --capture, where that is a dataset.");

    private readonly List<Option> _all;

    /// <summary>Creates the options; those that no kind has are not offered.</summary>
    /// <param name="joins">Whether ground truth may be joined: a dataset for a baseline has its labels.</param>
    public KindOptions(bool joins)
    {
        bool hasQuality = Knows(MonitorKindNames.ModelQuality);
        bool hasBias = Knows(MonitorKindNames.Bias);
        _all =
        [
            _kind,
            .. hasQuality ? (Option[])[_problem, _quantile] : [],
            .. hasQuality || hasBias ? (Option[])[_inference, _probability, _threshold, _label, _positive] : [],
            .. (hasQuality || hasBias) && joins ? (Option[])[_groundTruth, _idColumn] : [],
            .. hasBias ? (Option[])[_config] : [],
        ];
        _threshold.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is not (>= 0 and <= 1))
            {
                result.AddError($"--probability-threshold: expected a number from 0 to 1, found {result.Tokens[0].Value}");
            }
        });
        _quantile.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is not (> 0 and < 1))
            {
                result.AddError($"--quantile: expected a number above 0 and below 1, found {result.Tokens[0].Value}");
            }
        });
    }

    /// <summary>Gives a command the options.</summary>
    public KindOptions AddTo(Command command)
    {
        _all.ForEach(command.Add);
        return this;
    }

    /// <summary>Reads what they say.</summary>
    public KindRequest Read(ParseResult parsed) => new(parsed.GetValue(_kind)?.Runner.Name)
    {
        ProblemType = Get(parsed, _problem),
        Inference = Get(parsed, _inference),
        Probability = Get(parsed, _probability),
        ProbabilityThreshold = Get(parsed, _threshold),
        Quantile = Get(parsed, _quantile),
        GroundTruthAttribute = Get(parsed, _label),
        PositiveLabel = Get(parsed, _positive),
        GroundTruth = Get(parsed, _groundTruth),
        IdColumn = Get(parsed, _idColumn),
        Configuration = Get(parsed, _config),
    };

    private T? Get<T>(ParseResult parsed, Option<T?> option) => _all.Contains(option) ? parsed.GetValue(option) : default;

    private static bool Knows(string kind) => MonitorKinds.All.Any(known => known.Name == kind);

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COLUMN" };
}
