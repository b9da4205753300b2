using ModelMonitor.Baselines;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Profiling;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Constraints;

/// <summary>A baseline made of rows, and evaluations of other rows against it.</summary>
internal sealed class EvaluationCase
{
    public EvaluationCase(IEnumerable<string> columns, IEnumerable<string> lines)
    {
        Statistics = StatisticsBuilder.Build(CommaSeparated.Profile(columns, lines));
        Constraints = ConstraintSuggester.Suggest(Statistics);
    }

    public StatisticsDocument? Statistics { get; set; }

    public ConstraintsDocument Constraints { get; set; }

    public Dictionary<string, FeatureSettings> Overrides { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of one column, 100 of each value.</summary>
    public static IEnumerable<string> Hundreds(params string[] values) => Enumerable.Repeat(values, 100).SelectMany(row => row);

    /// <summary>Changes the configuration of the whole document.</summary>
    public void Configure(Func<MonitoringConfig, MonitoringConfig> change) =>
        Constraints = Constraints with { MonitoringConfig = change(Constraints.MonitoringConfig) };

    /// <summary>Changes how distributions are compared.</summary>
    public void ConfigureDistribution(Func<DistributionConfig, DistributionConfig> change) =>
        Configure(config => config with { Distribution = change(config.Distribution!) });

    /// <summary>Changes the constraints of the first feature.</summary>
    public void ConfigureFirst(Func<FeatureConstraints, FeatureConstraints> change) =>
        Constraints = Constraints with { Features = [change(Constraints.Features[0]), .. Constraints.Features.Skip(1)] };

    public Evaluation Evaluate(Compatibility compatibility, IEnumerable<string> columns, IEnumerable<string> lines) =>
        Evaluate(compatibility, CommaSeparated.Profile(columns, lines));

    public Evaluation Evaluate(Compatibility compatibility, DatasetProfile current) =>
        new ConstraintEvaluator(
            Constraints, Statistics, new EvaluationOptions { Compatibility = compatibility, Features = Overrides }).Evaluate(current);
}
