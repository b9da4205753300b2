using System.Globalization;
using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Constraints;

public sealed class RangeAndExtremesTests
{
    private static readonly string[] Columns = ["score"];

    [Theory]
    [InlineData(0.0, 1.0, 0.0, "0.2,0.9", false)]
    [InlineData(0.0, 1.0, 0.0, "0.2,1.5", true)]
    [InlineData(0.0, 1.0, 0.5, "0.2,1.5", false)]
    [InlineData(0.0, 1.0, 0.49, "0.2,1.5", true)]
    [InlineData(null, 1.0, 0.0, "-5,0.9", false)]
    [InlineData(0.0, null, 0.0, "-5,0.9", true)]
    [InlineData(1.0, 1.0, 0.0, "1,1", false)]
    public void RangeCheck_ComparesWithTheMonitorsBounds(double? minimum, double? maximum, double allowed, string values, bool isViolated)
    {
        EvaluationCase @case = new(Columns, EvaluationCase.Hundreds("0.1", "0.2", "-3.5"));
        @case.Overrides["score"] = new FeatureSettings { Minimum = minimum, Maximum = maximum, AllowedOutside = allowed, DriftThreshold = 1 };

        Evaluation evaluation = @case.Evaluate(Compatibility.Corrected, Columns, EvaluationCase.Hundreds(values.Split(',')));

        Assert.Equal(isViolated ? 1 : 0, evaluation.Violations.Count(violation => violation.CheckType == CheckTypes.Range));
        Assert.DoesNotContain(
            @case.Evaluate(Compatibility.SageMaker, Columns, EvaluationCase.Hundreds(values.Split(','))).Violations,
            violation => violation.CheckType == CheckTypes.Range);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(40, true)]
    public void ExtremeValuesCheck_FindsAClusterAndNoFew(int extremes, bool isFound)
    {
        IEnumerable<string> ordinary = Enumerable.Range(0, 5_000).Select(i => (i % 997 / 997.0).ToString("F4", CultureInfo.InvariantCulture));
        EvaluationCase @case = new(Columns, ordinary);
        ConstraintEvaluator evaluator = new(
            @case.Constraints, @case.Statistics, new EvaluationOptions { Extremes = new ExtremesOptions(Columns, ExtremesSection.DefaultSignificance) });

        Evaluation evaluation = evaluator.Evaluate(
            CommaSeparated.Profile(Columns, ordinary.Take(1_000).Concat(Enumerable.Repeat("7.5", extremes))));

        Violation[] found = [.. evaluation.Violations.Where(violation => violation.CheckType == CheckTypes.ExtremeValues)];
        Assert.Equal(isFound, found.Length == 1);
    }

    [Fact]
    public void Of_TheDefault_IsTheFirstOutputColumn()
    {
        ConstraintsDocument baseline = new EvaluationCase(["out", "in"], ["1,2", "3,4"]).Constraints;
        MonitorDefinition monitor = new() { Name = "m", Endpoint = "e" };

        Assert.Equal(["out"], ExtremesOptions.Of(monitor, baseline)!.Columns);
        Assert.Equal(
            ["in"],
            ExtremesOptions.Of(monitor with { Capture = new CaptureSection { OutputColumnsPosition = OutputColumnsPosition.End } }, baseline)!.Columns);
        Assert.Null(ExtremesOptions.Of(monitor with { Compatibility = Compatibility.SageMaker }, baseline));
        Assert.Null(ExtremesOptions.Of(Watching(monitor, new ExtremesSection(Enabled: false)), baseline));
        Assert.Throws<ConfigurationException>(() => ExtremesOptions.Of(Watching(monitor, new ExtremesSection(Columns: ["gone"])), baseline));
    }

    private static MonitorDefinition Watching(MonitorDefinition monitor, ExtremesSection extremes) => monitor with
    {
        DataQuality = new DataQualitySection(true, new Dictionary<string, FeatureSettings>()) { Extremes = extremes },
    };
}
