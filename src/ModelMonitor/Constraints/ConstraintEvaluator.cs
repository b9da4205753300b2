using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;

namespace ModelMonitor.Constraints;

/// <summary>Checks datasets against a baseline.</summary>
public sealed class ConstraintEvaluator
{
    private readonly ConstraintsDocument _constraints;
    private readonly EvaluationOptions _options;
    private readonly Dictionary<string, FeatureStatistics> _statistics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckSettings> _settings = new(StringComparer.Ordinal);
    private readonly CalibratedFeatures _calibrated;

    /// <summary>Takes a baseline.</summary>
    /// <param name="constraints">What is demanded.</param>
    /// <param name="statistics">The distributions of the baseline; null leaves drift out.</param>
    /// <param name="options">The judgement to follow and overrides; null for the defaults.</param>
    /// <exception cref="ConfigurationException">An override names a column that the baseline does not have.</exception>
    public ConstraintEvaluator(
        ConstraintsDocument constraints, StatisticsDocument? statistics = null, EvaluationOptions? options = null)
    {
        _constraints = constraints;
        _options = options ?? new EvaluationOptions();
        foreach (FeatureStatistics feature in statistics?.Features ?? [])
        {
            _statistics[feature.Name] = feature;
        }

        foreach (FeatureConstraints feature in constraints.Features)
        {
            _settings[feature.Name] = CheckSettings.Resolve(
                feature, constraints.MonitoringConfig, _options.Features.GetValueOrDefault(feature.Name), _options) with
            {
                ExtremesSignificance = _options.Extremes is { } extremes && extremes.Columns.Contains(feature.Name, StringComparer.Ordinal)
                    ? extremes.Significance
                    : null,
            };
        }

        _calibrated = new CalibratedFeatures(_statistics, _options);
        foreach (string name in _options.Features.Keys)
        {
            if (!_settings.ContainsKey(name))
            {
                throw new ConfigurationException(
                    _options.Source, $"$.dataQuality.features[\"{name}\"]", "expected a column of the baseline, which has none of this name");
            }
        }
    }

    /// <summary>Checks a dataset. One of no rows violates nothing: whether there should be some is the run's question.</summary>
    public Evaluation Evaluate(DatasetProfile current) => Evaluate(current, []);

    /// <summary>Checks a dataset, with what the windows before it showed of how much columns vary without drift.</summary>
    /// <param name="current">The dataset.</param>
    /// <param name="earlier">Records of earlier windows that were compared with the same baseline.</param>
    public Evaluation Evaluate(DatasetProfile current, IReadOnlyList<RunRecord> earlier)
    {
        if (current.RowCount == 0)
        {
            return new Evaluation([], [.. _constraints.Features.Select(feature => NotCompared(feature, "There are no rows."))], OnlyColumnsChecked: false);
        }

        List<Violation> violations = [];
        ColumnsComparison columns = ColumnsComparison.Of(
            current, _constraints, feature => _settings[feature.Name].EvaluateConstraints, _options.Compatibility);
        if (_constraints.MonitoringConfig.EvaluateConstraints ?? true)
        {
            AddColumnViolations(columns, violations);
        }

        IReadOnlyDictionary<string, DriftDecision> decisions = columns.CountsOnly
            ? new Dictionary<string, DriftDecision>(StringComparer.Ordinal)
            : _calibrated.Decide(current, _settings, earlier);
        FeatureEvaluation[] features = new FeatureEvaluation[_constraints.Features.Count];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = columns.CountsOnly
                ? NotCompared(_constraints.Features[i], "The numbers of columns differ.")
                : Evaluate(_constraints.Features[i], current.Find(_constraints.Features[i].Name), decisions, violations);
        }

        double? share = _options.Compatibility == Compatibility.Corrected ? DatasetDrift.ShareOf(features) : null;
        if (DatasetDrift.Check(share, _options.Drift.DatasetThreshold) is { } drifted)
        {
            violations.Add(drifted);
        }

        return new Evaluation(violations, features, columns.CountsOnly) { DriftedShare = share };
    }

    private static void AddColumnViolations(ColumnsComparison columns, List<Violation> violations)
    {
        foreach (IColumnsCheck check in ColumnsChecks.All)
        {
            if (check.Check(columns) is { } violation)
            {
                violations.Add(violation);
            }
        }
    }

    private FeatureEvaluation Evaluate(
        FeatureConstraints constraints,
        ColumnProfile? current,
        IReadOnlyDictionary<string, DriftDecision> decisions,
        List<Violation> violations)
    {
        if (current is null)
        {
            return NotCompared(constraints, "The column is missing.");
        }

        CheckSettings settings = _settings[constraints.Name];
        DriftResult drift = DriftEvaluator.Compare(
            constraints.InferredType, _statistics.GetValueOrDefault(constraints.Name), current, settings, _options.Compatibility);
        drift = decisions.TryGetValue(constraints.Name, out DriftDecision? decision) ? drift.DecidedBy(decision)
            : settings.CalibratedMethod is null ? drift
            : drift with { Violated = false, Reason = drift.Reason ?? "No test could compare the column with its baseline." };
        if (settings.EvaluateConstraints)
        {
            FeatureComparison feature = new(constraints, settings, current, drift, _options.Compatibility)
            {
                Baseline = _statistics.GetValueOrDefault(constraints.Name),
            };
            foreach (IFeatureCheck check in FeatureChecks.All)
            {
                if (check.Describe(feature) is { } description)
                {
                    violations.Add(new Violation(constraints.Name, check.CheckType, description));
                }
            }
        }

        return new FeatureEvaluation(constraints.Name, settings, drift);
    }

    private FeatureEvaluation NotCompared(FeatureConstraints feature, string reason) =>
        new(feature.Name, _settings[feature.Name], DriftResult.NotComputed(reason));
}
