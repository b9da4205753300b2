using System.Globalization;
using ModelMonitor.Attribution;
using ModelMonitor.Baselines;
using ModelMonitor.Capture;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Datasets;
using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Metrics;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Rules;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Runs;

/// <summary>Data quality: profiles every column and checks it against the baseline.</summary>
public sealed class DataQualityKind : IMonitorKind<DatasetProfile>
{
    private readonly Baseline _baseline;
    private readonly EvaluationOptions _options;
    private readonly ConstraintEvaluator _evaluator;

    /// <summary>Creates the kind.</summary>
    /// <param name="baseline">What the data are compared with.</param>
    /// <param name="options">Whose judgement to follow, and overrides.</param>
    /// <exception cref="ConfigurationException">An override names a column that the baseline does not have.</exception>
    public DataQualityKind(Baseline baseline, EvaluationOptions options)
    {
        _baseline = baseline;
        _options = options;
        _evaluator = new ConstraintEvaluator(baseline.Constraints, baseline.Statistics, options);
        BaselineColumns = [.. baseline.Constraints.Features.Select(feature => feature.Name)];
    }

    /// <inheritdoc />
    public string Name => MonitorKindNames.DataQuality;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns { get; }

    /// <inheritdoc />
    public string? BaselineVersion => _baseline.Version;

    /// <inheritdoc />
    public string OptionsFingerprint
    {
        get
        {
            Fingerprint fingerprint = new Fingerprint().Add(_baseline.Fingerprint).Add((int)_options.Compatibility);
            if (_options.Compatibility == Compatibility.Corrected)
            {
                fingerprint.Add(_options.Drift.ToString()).Add(_options.WindowsPerMonth.ToString("R", CultureInfo.InvariantCulture));
            }

            foreach ((string name, FeatureSettings feature) in _options.Features.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                fingerprint.Add(name).Add(feature.ToString());
            }

            if (_options.Extremes is { } extremes)
            {
                fingerprint.Add(string.Join('\n', extremes.Columns)).Add(BitConverter.DoubleToInt64Bits(extremes.Significance));
            }

            if (!_options.Rules.IsEmpty)
            {
                _options.Rules.AddTo(fingerprint);
            }

            return fingerprint.ToString();
        }
    }

    /// <inheritdoc />
    public string? RowsFingerprint => _options.Rules.RowsFingerprint;

    /// <inheritdoc />
    public bool Preprocesses => _options.Rules.Preprocesses;

    /// <summary>The windows before, for rules that look back; null where none are known. It is no part of <see cref="OptionsFingerprint"/>.</summary>
    public RuleHistory? History { get; private init; }

    /// <summary>The monitor's own rules and scripts.</summary>
    public RuleSet Rules => _options.Rules;

    /// <inheritdoc />
    public DatasetProfile CreateState(ColumnSet columns) => new(columns);

    /// <inheritdoc />
    public IRowSink GetSink(DatasetProfile state) => _options.Rules.SinkOf(state);

    /// <inheritdoc />
    public RecordPreprocessor? CreatePreprocessor(DatasetProfile state, IRowSink sink, ReadingReport report) =>
        _options.Rules.PreprocessorOf(state, sink, report);

    /// <summary>The kind for a window whose rules look back.</summary>
    /// <param name="history">The windows before; null where no rule looks back.</param>
    public DataQualityKind Looking(RuleHistory? history) => history is null ? this : new DataQualityKind(_baseline, _options) { History = history };

    /// <inheritdoc />
    public async Task<IMonitorKind<DatasetProfile>> LookBackAsync(
        IObjectStore artifacts, MonitorDefinition monitor, TimeWindow? window, CancellationToken cancellationToken)
    {
        RuleHistory? history = await RuleHistory.ReadAsync(
            Rules, artifacts, monitor.Endpoint, monitor.Name, window, cancellationToken).ConfigureAwait(false);
        EvaluationOptions options = monitor.ExplainedBy is { } explanations && _options.Compatibility == Compatibility.Corrected
            ? _options with { Attributions = await AttributionWeights.ReadAsync(artifacts, explanations, cancellationToken).ConfigureAwait(false) }
            : _options;
        if (IsCalibrated && BaselineVersion is { } version)
        {
            CalibrationFile calibration = new(
                artifacts, ObjectKeys.BaselineFolder(monitor.Name, version) + ObjectKeys.Calibration, _baseline.Fingerprint);
            options = options with { Calibration = calibration, Nulls = await calibration.ReadAsync(cancellationToken).ConfigureAwait(false) };
        }

        return ReferenceEquals(options, _options) ? Looking(history) : new DataQualityKind(_baseline, options) { History = history };
    }

    /// <inheritdoc />
    public int EarlierRuns => IsCalibrated ? LearntSpread.LookedBack : 0;

    private bool IsCalibrated => _options.Compatibility == Compatibility.Corrected && _options.Drift.Calibrated;

    /// <inheritdoc />
    public RunFindings Evaluate(DatasetProfile state) => Evaluate(state, WindowContext.None);

    /// <inheritdoc />
    public RunFindings Evaluate(DatasetProfile state, WindowContext context)
    {
        Evaluation evaluation = _evaluator.Evaluate(
            state,
            [.. context.Earlier.Where(record => record.IsJudged && record.BaselineVersion == BaselineVersion && record.Kind == Name)]);
        bool isSageMaker = _options.Compatibility == Compatibility.SageMaker;
        List<RunDocument> documents = [];
        if (!evaluation.OnlyColumnsChecked)
        {
            StatisticsDocument statistics = StatisticsBuilder.Build(
                state, order: ColumnOrdering.Arrange(BaselineColumns!, state.Columns));
            documents.Add(new RunDocument(ObjectKeys.Statistics, statistics.ToUtf8()));
            documents.Add(new RunDocument(ObjectKeys.Constraints, ConstraintSuggester.Suggest(statistics).ToUtf8()));
        }

        FeatureFinding[] features = [.. evaluation.Features.Select(feature => Finding(feature, state.Find(feature.Name)))];
        RuleOutcome rules = new RuleEvaluator(_options.Rules, _baseline.Statistics, History).Evaluate(state, evaluation.Violations, features, context);
        IReadOnlyList<Violation> violations = [.. evaluation.Violations, .. rules.Violations];
        documents.Add(new RunDocument(
            ObjectKeys.ConstraintViolations,
            new ViolationsDocument(violations).ToUtf8(),
            OnlyIfPresent: isSageMaker && violations.Count == 0));
        KindMetrics[] own = rules.Metrics.Count == 0 ? [] : [new(MetricNamespaces.ModelMonitor, MetricNamespaces.ModelMonitor, rules.Metrics)];
        return new RunFindings(documents, violations.Count, features)
        {
            DriftedShare = evaluation.DriftedShare,
            Metrics = _options.EmitMetrics ? [DataQualityMetrics.Of(_baseline.Constraints, evaluation, state), .. own] : own,
            Rules = rules.Findings.Count == 0 ? null : rules.Findings,
        };
    }

    /// <inheritdoc />
    public Task KeepAsync(CancellationToken cancellationToken) =>
        _options.Calibration?.KeepAsync(_options.Nulls, cancellationToken) ?? Task.CompletedTask;

    private static FeatureFinding Finding(FeatureEvaluation feature, ColumnProfile? profile)
    {
        DriftResult drift = feature.Drift;
        FeatureFinding finding = new(
            feature.Name,
            (profile?.InferredType ?? InferredType.Unknown).ToString(),
            profile?.Completeness.Completeness ?? 0.0,
            drift.Distance is null ? null : drift.Measure.ToString(),
            drift.Distance,
            drift.Distance is null ? null : drift.Threshold,
            drift.Violated,
            drift.Reason);
        return drift.Decision is not { } decision ? finding : finding with
        {
            Method = decision.Method,
            Distance = decision.Effect,
            Threshold = decision.Floor,
            Statistic = decision.Statistic,
            PValue = decision.PValue,
            Rate = decision.Rate,
            Effect = decision.Effect,
            BaselineDistance = drift.Distance,
            Bound = decision.Bound,
            Reason = decision.Reason,
            OwnPValue = decision.OwnPValue,
            MissingPValue = decision.MissingPValue,
        };
    }
}
