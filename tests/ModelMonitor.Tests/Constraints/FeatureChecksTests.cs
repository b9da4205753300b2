using ModelMonitor.Documents;
using static ModelMonitor.Tests.Constraints.EvaluationCase;

namespace ModelMonitor.Tests.Constraints;

/// <summary>Completeness, sign, domain and drift; the type has its own tests.</summary>
public sealed class FeatureChecksTests
{
    private static readonly string[] Column = ["x"];

    // The text of a public run of 2020 over 1,009 rows, 9 of them with a value.
    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_MissingValues_GivesSageMakersText(Compatibility compatibility)
    {
        IEnumerable<string> rows = Enumerable.Repeat("1", 9).Concat(Enumerable.Repeat(string.Empty, 1000));

        Violation violation = Assert.Single(
            new EvaluationCase(Column, ["1"]).Evaluate(compatibility, Column, rows).Violations);

        Assert.Equal(
            new Violation("x", "completeness_check", "Data completeness requirement is not met. Expected: 100.0%. Observed: Only 0.8919722497522299%."),
            violation);
    }

    [Fact]
    public void Evaluate_AsIncompleteAsTheBaseline_DoesNotViolate() =>
        Assert.Empty(new EvaluationCase(Column, ["1", ""]).Evaluate(Compatibility.SageMaker, Column, ["", "1"]).Violations);

    [Fact]
    public void Evaluate_NegativeNumber_ViolatesUnderCorrectedOnly()
    {
        EvaluationCase test = new(Column, ["0", "5"]);

        Violation violation = Assert.Single(test.Evaluate(Compatibility.Corrected, Column, ["-3", "2"]).Violations);
        Assert.Equal(
            new Violation("x", "is_non_negative_check", "Data non-negative requirement is not met. Expected minimum: 0.0. Observed: The minimum is -3.0."),
            violation);
        Assert.Empty(test.Evaluate(Compatibility.SageMaker, Column, ["-3", "2"]).Violations);
    }

    [Fact]
    public void Evaluate_NegativeNumberWhereTheBaselineHasSome_DoesNotViolate() =>
        Assert.Empty(new EvaluationCase(Column, ["-1", "5"]).Evaluate(Compatibility.Corrected, Column, ["-3", "2"]).Violations);

    // AWS's text of 2019, space at the end included: 0.009009009009009009 is 9 / 999.
    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_ValuesOutsideTheDomain_GivesSageMakersText(Compatibility compatibility)
    {
        IEnumerable<string> rows = Enumerable.Repeat("a", 9).Concat(Enumerable.Repeat("new", 990)).Append(string.Empty);
        EvaluationCase test = new(Column, ["a", "b", ""]) { Statistics = null };

        Violation violation = Assert.Single(test.Evaluate(compatibility, Column, rows).Violations);

        Assert.Equal(
            new Violation("x", "categorical_values_check", "Value: 0.009009009009009009 does not meet the constraint requirement! "),
            violation);
    }

    [Fact]
    public void Evaluate_DomainThresholdBelowTheShare_DoesNotViolate()
    {
        EvaluationCase test = new(Column, ["a", "b"]) { Statistics = null };
        test.Configure(config => config with { DomainContentThreshold = 0.5 });

        Assert.Empty(test.Evaluate(Compatibility.Corrected, Column, ["a", "new"]).Violations);
    }

    [Fact]
    public void Evaluate_MoreValuesThanAreCounted_AreNotAllInTheDomain()
    {
        EvaluationCase test = new(Column, ["a", "b"]) { Statistics = null };

        Violation violation = Assert.Single(
            test.Evaluate(Compatibility.Corrected, Column, Enumerable.Range(0, 400).Select(i => $"value {i}")).Violations);

        Assert.Equal("Value: 0.9975 does not meet the constraint requirement! ", violation.Description); // at most 399 of 400
    }

    // Half of 0 and 1 against all 1: the cumulative distributions differ by 0.5 at 0. 200 and 100 rows.
    [Theory]
    [InlineData(ComparisonMethod.Simple, "0.5")]
    [InlineData(ComparisonMethod.Robust, "0.279545923149514")] // python: 0.5 - 1.8 * math.sqrt((100 + 200) / (100 * 200))
    public void Evaluate_Drift_GivesSageMakersText(ComparisonMethod method, string distance)
    {
        EvaluationCase test = new(Column, Hundreds("0", "1"));
        test.ConfigureDistribution(config => config with { ComparisonMethod = method });

        Violation violation = Assert.Single(test.Evaluate(Compatibility.SageMaker, Column, Hundreds("1")).Violations);

        Assert.Equal(new Violation("x", "baseline_drift_check", $"Baseline drift distance: {distance} exceeds threshold: 0.1"), violation);
    }

    [Fact]
    public void Evaluate_DriftOfCategoriesByChiSquared_SaysThatItIsAPValue()
    {
        EvaluationCase test = new(Column, Hundreds("a", "b"));
        test.ConfigureDistribution(config => config with { CategoricalDriftMethod = CategoricalDriftMethod.ChiSquared });

        Violation violation = Assert.Single(test.Evaluate(Compatibility.Corrected, Column, Hundreds("a", "a", "b")).Violations);

        // python: math.erfc(math.sqrt(100 / 3 / 2)) = 7.764036537930662e-09
        Assert.Matches("^Baseline drift p-value: 7\\.76403\\d*E-9 does not exceed threshold: 0\\.1$", violation.Description);
    }
}
