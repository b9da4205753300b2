using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Bias;

/// <summary>Bias: counts rows by facet, label and prediction, and compares Clarify's metrics with the baseline's.</summary>
public sealed class BiasKind : IMonitorKind<BiasState>
{
    private readonly BiasProfiler _profiler;
    private readonly BiasOptions _options;
    private readonly AnalysisDocument _baseline;
    private readonly BiasEvaluator _evaluator;

    /// <summary>Creates the kind.</summary>
    /// <param name="options">What is measured, and when it is violated.</param>
    /// <param name="baseline">The baseline's <c>analysis.json</c>.</param>
    /// <param name="baselineVersion">Its version; null when it has none.</param>
    /// <param name="columns">The names of fields that have none, in order; null for <c>_c0</c>, <c>_c1</c> …</param>
    public BiasKind(BiasOptions options, AnalysisDocument baseline, string? baselineVersion = null, IReadOnlyList<string>? columns = null)
    {
        _options = options;
        _baseline = baseline;
        _profiler = new BiasProfiler(options, columns);
        _evaluator = new BiasEvaluator(options, baseline);
        BaselineVersion = baselineVersion;
    }

    /// <inheritdoc />
    public string Name => MonitorKindNames.Bias;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns => _profiler.BaselineColumns;

    /// <inheritdoc />
    public string? RowsFingerprint => _profiler.RowsFingerprint;

    /// <inheritdoc />
    public string OptionsFingerprint => BiasFingerprint.Of(_options, _baseline.ToUtf8());

    /// <inheritdoc />
    public string? BaselineVersion { get; }

    /// <inheritdoc />
    public LabelRequest? Labels { get; init; }

    /// <inheritdoc />
    public BiasState CreateState(ColumnSet columns) => _profiler.CreateState(columns);

    /// <inheritdoc />
    public IRowSink GetSink(BiasState state) => _profiler.GetSink(state);

    /// <inheritdoc />
    public RunFindings Evaluate(BiasState state)
    {
        BiasEvaluation evaluation = _evaluator.Evaluate(state);
        RunDocument[] documents =
        [
            new(ObjectKeys.Analysis, BiasReport.Of(evaluation.Measurement, _options).ToUtf8()),
            new(
                ObjectKeys.ConstraintViolations,
                new BiasViolationsDocument(evaluation.Violations).ToUtf8(),
                OnlyIfPresent: _options.IsSageMaker && evaluation.Violations.Count == 0),
        ];
        return new RunFindings(documents, evaluation.Violations.Count, [])
        {
            Bias = evaluation.Findings,
            Metrics = _options.EmitMetrics ? BiasMetricGroups.Of(evaluation.Measurement, _options, _baseline) : [],
        };
    }
}
