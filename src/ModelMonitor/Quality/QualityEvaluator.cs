using System.Globalization;
using ModelMonitor.Documents;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Quality;

/// <summary>Compares metrics with their thresholds.</summary>
/// <remarks>
/// Under SageMaker compatibility names are in camel case, in the text too, and F0.5 is never reported: in both of its public runs it
/// was far below its threshold and among ten violations it was missing. Otherwise a metric that the window does not define violates nothing.
/// </remarks>
public sealed class QualityEvaluator
{
    private readonly QualityConstraintsDocument _constraints;
    private readonly QualityOptions _options;

    /// <summary>Creates the evaluator.</summary>
    /// <param name="constraints">What is demanded.</param>
    /// <param name="options">Whose judgement to follow.</param>
    /// <exception cref="ConfigurationException">The constraints are of another problem, or of a metric that there is not.</exception>
    public QualityEvaluator(QualityConstraintsDocument constraints, QualityOptions options)
    {
        if (constraints.Problem != options.Problem)
        {
            throw new ConfigurationException(
                options.Source, "$.modelQuality.problemType", $"is {options.Problem}, but the baseline's constraints are of {constraints.Problem}");
        }

        constraints.MustBeKnown(options.Source);
        (_constraints, _options) = (constraints, options);
    }

    /// <summary>Compares a window's metrics.</summary>
    public QualityEvaluation Evaluate(QualityStatisticsDocument statistics)
    {
        bool isJudged = _options.IsSageMaker || statistics.ItemCount >= _options.MinimumRows;
        IReadOnlyList<QualityConstraint> demanded = isJudged ? _constraints.Constraints : [];
        Dictionary<string, QualityConstraint> constraints = demanded.ToDictionary(constraint => constraint.Metric, StringComparer.Ordinal);
        List<QualityFinding> findings = [];
        foreach (QualityMetric metric in statistics.Metrics)
        {
            QualityConstraint? constraint = constraints.GetValueOrDefault(metric.Name);
            findings.Add(new QualityFinding(
                metric.Name,
                metric.Value,
                metric.StandardDeviation is { } deviation && double.IsFinite(deviation) ? deviation : null,
                metric.Low,
                metric.High,
                constraint is not null && IsJudged(constraint, metric) ? constraint.Threshold : null,
                constraint is not null && IsViolated(constraint, metric),
                metric.Reason));
        }

        List<QualityViolation> violations = [];
        foreach (QualityConstraint constraint in demanded)
        {
            if (statistics.Find(constraint.Metric) is { } metric && IsViolated(constraint, metric))
            {
                violations.Add(Violation(constraint, metric));
            }
        }

        return new QualityEvaluation(findings, violations)
        {
            Notes = isJudged ? [] :
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The window has too few usable rows to judge: {statistics.ItemCount}; at least {_options.MinimumRows} are needed (minimumRows)."),
            ],
        };
    }

    private bool IsViolated(QualityConstraint constraint, QualityMetric metric)
    {
        if (_options.IsSageMaker && constraint.Metric.Contains("f0_5", StringComparison.Ordinal))
        {
            return false;
        }

        double? compared = Compared(constraint, metric);
        return constraint.Operator == ComparisonOperator.LessThanThreshold ? compared < constraint.Threshold : compared > constraint.Threshold;
    }

    /// <summary>Whether there is what the threshold is compared with, or no value at all, which tells why by itself.</summary>
    private bool IsJudged(QualityConstraint constraint, QualityMetric metric) =>
        metric.Value is null || Compared(constraint, metric) is not null;

    /// <summary>The value; with a significance the end of the interval that must be beyond the threshold, if it is known.</summary>
    private double? Compared(QualityConstraint constraint, QualityMetric metric) =>
        _options.Significance is null || _options.IsSageMaker ? metric.Value
        : constraint.Operator == ComparisonOperator.LessThanThreshold ? metric.High
        : metric.Low;

    private QualityViolation Violation(QualityConstraint constraint, QualityMetric metric)
    {
        string name = _options.IsSageMaker ? CamelCase(metric.Name) : metric.Name;
        string deviation = metric.StandardDeviation is { } known && double.IsFinite(known) ? JavaDouble.ToString(known) : "NaN";
        string interval = (metric.Low, metric.High) switch
        {
            ({ } low, { } high) => $" (confidence interval {JavaDouble.ToString(low)} to {JavaDouble.ToString(high)})",
            ({ } low, null) => $" (confidence interval from {JavaDouble.ToString(low)})",
            _ => "",
        };
        return new QualityViolation(
            constraint.Operator.ToString(),
            $"Metric {name} with {JavaDouble.ToString(metric.Value!.Value)} +/- {deviation} was {constraint.Operator} '{JavaDouble.ToString(constraint.Threshold)}'{interval}",
            name);
    }

    private static string CamelCase(string name) => string.Concat(name.Split('_').Select(
        (word, i) => i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
