using ModelMonitor.Constraints;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Constraints;

public sealed class ColumnsChecksTests
{
    private readonly EvaluationCase _test = new(["a", "b", "c"], ["1,2,3"]);

    [Fact]
    public void Evaluate_SageMakerMissingColumn_ChecksNothingElse()
    {
        Evaluation evaluation = _test.Evaluate(Compatibility.SageMaker, ["a", "c"], ["text,text"]);

        Assert.Equal(
            [new("Missing columns", "missing_column_check", "There are missing columns in current dataset. Number of columns in current dataset: 2, Number of columns in baseline constraints: 3")],
            evaluation.Violations);
        Assert.True(evaluation.OnlyColumnsChecked);
        Assert.All(evaluation.Features, feature => Assert.Null(feature.Drift.Distance));
    }

    [Fact]
    public void Evaluate_SageMakerExtraColumn_ChecksNothingElse()
    {
        Evaluation evaluation = _test.Evaluate(Compatibility.SageMaker, ["a", "b", "c", "d"], ["text,2,3,4"]);

        Assert.Equal(
            [new("Extra columns", "extra_column_check", "There are extra columns in current dataset. Number of columns in current dataset: 4, Number of columns in baseline constraints: 3")],
            evaluation.Violations);
        Assert.True(evaluation.OnlyColumnsChecked);
    }

    [Fact]
    public void Evaluate_CorrectedMissingColumn_NamesItAndChecksTheOthers()
    {
        Evaluation evaluation = _test.Evaluate(Compatibility.Corrected, ["a", "c"], ["text,3"]);

        Assert.False(evaluation.OnlyColumnsChecked);
        Assert.Equal([("Missing columns", "missing_column_check"), ("a", "data_type_check")], evaluation.Violations.Select(v => (v.FeatureName, v.CheckType)));
        Assert.Equal(
            "There are missing columns in current dataset. Number of columns in current dataset: 2, Number of columns in baseline constraints: 3. Columns: b",
            evaluation.Violations[0].Description);
        Assert.Equal("The column is missing.", evaluation.Features[1].Drift.Reason);
    }

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_RenamedColumn_IsOneMissingAndOneExtra(Compatibility compatibility)
    {
        Evaluation evaluation = _test.Evaluate(compatibility, ["a", "B", "c"], ["1,2,3"]);

        Assert.Equal(["missing_column_check", "extra_column_check"], evaluation.Violations.Select(v => v.CheckType));
        Assert.EndsWith("Columns: b", evaluation.Violations[0].Description, StringComparison.Ordinal);
        Assert.EndsWith("Columns: B", evaluation.Violations[1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ManyExtraColumns_NamesTheFirstTwenty()
    {
        string[] columns = ["a", "b", "c", .. Enumerable.Range(1, 23).Select(i => $"x{i}")];

        Violation violation = Assert.Single(
            _test.Evaluate(Compatibility.Corrected, columns, [string.Join(',', Enumerable.Range(1, columns.Length))]).Violations,
            violation => violation.CheckType == CheckTypes.ExtraColumn);

        Assert.EndsWith(", x20 and 3 more", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ColumnsInAnotherOrder_AreTheSameColumns() =>
        Assert.Empty(_test.Evaluate(Compatibility.SageMaker, ["c", "a", "b"], ["3,1,2"]).Violations);

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_ExplanationsOfTheEndpoint_AreNoExtraColumns(Compatibility compatibility) => Assert.Empty(
        _test.Evaluate(compatibility, ["a", "b", "c", "explanations.kernel_shap.0.attribution.0"], ["1,2,3,0.5"]).Violations);

    [Fact]
    public void Evaluate_MissingColumnThatIsNotChecked_DoesNotViolate()
    {
        _test.Overrides["b"] = new FeatureSettings { Enabled = false };

        Assert.Empty(_test.Evaluate(Compatibility.Corrected, ["a", "c"], ["1,3"]).Violations);
    }
}
