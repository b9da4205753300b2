using ModelMonitor.Contracts;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Model quality: measures predictions against labels, and the metrics against the baseline's.</summary>
public sealed class ModelQualityKind : QualityProfiler, IMonitorKind<QualityState>
{
    private readonly QualityBaseline _baseline;
    private readonly QualityEvaluator _evaluator;

    /// <summary>Creates the kind.</summary>
    /// <param name="baseline">What the metrics are compared with.</param>
    /// <param name="options">Which columns hold predictions and labels, and how they are judged.</param>
    /// <param name="columns">The names of fields that have none; null for <c>_c0</c>, <c>_c1</c> …</param>
    /// <exception cref="ConfigurationException">The options do not go together, or not with the baseline.</exception>
    public ModelQualityKind(QualityBaseline baseline, QualityOptions options, IReadOnlyList<string>? columns = null)
        : base(options, columns)
    {
        _baseline = baseline;
        _evaluator = new QualityEvaluator(baseline.Constraints, options);
    }

    /// <inheritdoc />
    public string? BaselineVersion => _baseline.Version;

    /// <inheritdoc />
    public string OptionsFingerprint => new Fingerprint()
        .Add(_baseline.Fingerprint)
        .Add(RowsFingerprint)
        .Add((int)Options.Compatibility)
        .Add(BitConverter.DoubleToInt64Bits(Options.Significance ?? 0.0))
        .Add(Options.MinimumRows)
        .ToString();

    /// <inheritdoc />
    public RunFindings Evaluate(QualityState state)
    {
        QualityStatisticsDocument statistics = QualityStatisticsBuilder.Build(state, Options);
        QualityEvaluation evaluation = _evaluator.Evaluate(statistics);
        List<RunDocument> documents =
        [
            new(ObjectKeys.Statistics, statistics.ToUtf8()),
            new(ObjectKeys.Constraints, QualityConstraintSuggester.Suggest(statistics).ToUtf8()),
            new(
                ObjectKeys.ConstraintViolations,
                new QualityViolationsDocument(evaluation.Violations).ToUtf8(),
                OnlyIfPresent: Options.IsSageMaker && evaluation.Violations.Count == 0),
        ];
        return new RunFindings(documents, evaluation.Violations.Count, Features: [])
        {
            UsableRows = Options.IsSageMaker ? null : statistics.ItemCount,
            UnusableRows = statistics.Unusable.Sum(one => one.Count),
            Quality = evaluation.Findings,
            Notes = [.. evaluation.Notes, .. statistics.Unusable.Select(one => one.ToString())],
            Metrics = Options.EmitMetrics ? [ModelQualityMetrics.Of(statistics)] : [],
        };
    }
}
