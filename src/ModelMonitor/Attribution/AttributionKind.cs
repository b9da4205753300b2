using System.Globalization;
using ModelMonitor.Bias;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Attribution;

/// <summary>Feature attribution: sums up SHAP values and compares the ranking of features with the baseline's.</summary>
public sealed class AttributionKind : IMonitorKind<AttributionState>
{
    private readonly AttributionOptions _options;
    private readonly AnalysisDocument _baseline;
    private readonly AttributionProfiler _profiler;
    private readonly AttributionEvaluator _evaluator;

    /// <summary>Creates the kind.</summary>
    /// <param name="options">Names, how rows are put together, and the threshold.</param>
    /// <param name="baseline">The baseline's <c>analysis.json</c>, with explanations.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="baselineVersion">Its version; null when it has none.</param>
    /// <param name="columns">The names of fields that have none, in order; null for <c>_c0</c>, <c>_c1</c> …</param>
    /// <exception cref="ConfigurationException">The baseline has no explanations, or one below 0, or the threshold is no share.</exception>
    public AttributionKind(
        AttributionOptions options,
        AnalysisDocument baseline,
        string source,
        string? baselineVersion = null,
        IReadOnlyList<string>? columns = null)
    {
        if (baseline.Attributions is not [_, ..])
        {
            throw new ConfigurationException(source, "$.explanations.kernel_shap", "expected the global SHAP values of a label, found none");
        }

        foreach (LabelAttributions label in baseline.Attributions)
        {
            foreach ((string feature, double value) in label.Values)
            {
                if (value < 0.0)
                {
                    throw new ConfigurationException(
                        source,
                        $"$.explanations.kernel_shap.{label.Label}.global_shap_values.{feature}",
                        string.Create(CultureInfo.InvariantCulture, $"expected a number not below 0, as mean_abs and mean_sq give it, found {value}"));
                }
            }
        }

        if (options.Threshold is not (>= 0.0 and <= 1.0))
        {
            throw new ConfigurationException(source, "threshold", "expected a number from 0 to 1");
        }

        _options = options with
        {
            Features = options.Features ?? [.. baseline.Attributions.SelectMany(label => label.Values).Select(pair => pair.Key).Distinct(StringComparer.Ordinal)],
            Labels = options.Labels ?? [.. baseline.Attributions.Select(label => label.Label)],
        };
        _baseline = baseline;
        _profiler = new AttributionProfiler(_options, columns);
        _evaluator = new AttributionEvaluator(_options, baseline);
        BaselineVersion = baselineVersion;
    }

    /// <inheritdoc />
    public string Name => MonitorKindNames.Attribution;

    /// <inheritdoc />
    public IReadOnlyList<string>? BaselineColumns => _profiler.BaselineColumns;

    /// <inheritdoc />
    public string? RowsFingerprint => _profiler.RowsFingerprint;

    /// <inheritdoc />
    public string OptionsFingerprint => new Fingerprint()
        .Add(_baseline.ToUtf8())
        .Add(RowsFingerprint)
        .Add((int)_options.Aggregate)
        .Add(BitConverter.DoubleToInt64Bits(_options.Threshold))
        .Add((int)_options.Compatibility)
        .Add(_options.MinimumRows)
        .ToString();

    /// <inheritdoc />
    public string? BaselineVersion { get; }

    /// <inheritdoc />
    public AttributionState CreateState(ColumnSet columns) => _profiler.CreateState(columns);

    /// <inheritdoc />
    public IRowSink GetSink(AttributionState state) => _profiler.GetSink(state);

    /// <inheritdoc />
    public RunFindings Evaluate(AttributionState state)
    {
        AnalysisDocument live = AttributionReport.Of(state, _options, _baseline);
        IReadOnlyList<AttributionFinding> findings = _evaluator.Evaluate(state, live);
        AttributionViolation[] violations = [.. findings.Select(AttributionEvaluator.ViolationOf).OfType<AttributionViolation>()];
        RunDocument[] documents =
        [
            new(ObjectKeys.Analysis, live.ToUtf8()),
            new(
                ObjectKeys.ConstraintViolations,
                new AttributionViolationsDocument(violations).ToUtf8(),
                OnlyIfPresent: _options.Compatibility == Compatibility.SageMaker && violations.Length == 0),
        ];
        return new RunFindings(documents, violations.Length, [])
        {
            Attribution = findings,
            Metrics = _options.EmitMetrics ? AttributionMetricGroups.Of(findings, _baseline) : [],
        };
    }
}
