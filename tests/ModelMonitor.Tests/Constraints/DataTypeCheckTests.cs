using ModelMonitor.Constraints;

namespace ModelMonitor.Tests.Constraints;

public sealed class DataTypeCheckTests
{
    private static readonly string[] Column = ["x"];

    // The text of AWS's notebooks of 2020 to 2022: 99.64592817400101 is Java's 1970.0 / 1977 * 100.
    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_SomeFractionsInAnIntegralColumn_GivesSageMakersText(Compatibility compatibility)
    {
        IEnumerable<string> rows = Enumerable.Repeat("1", 1970).Concat(Enumerable.Repeat("1.0", 7));

        Assert.Equal(
            "Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. "
            + "Observed: Only 99.64592817400101% of data is Integral.",
            Describe(compatibility, ["1"], rows));
    }

    // AWS's text for the value 0 in a Fractional column.
    [Fact]
    public void Evaluate_SageMakerWholeNumbersInAFractionalColumn_Violates() =>
        Assert.Equal(
            "Data type match requirement is not met. Expected data type: Fractional, Expected match: 100.0%. "
            + "Observed: Only 0.0% of data is Fractional.",
            Describe(Compatibility.SageMaker, ["0.5"], ["0"]));

    [Fact]
    public void Evaluate_CorrectedWholeNumbersInAFractionalColumn_DoesNotViolate() =>
        Assert.Null(Describe(Compatibility.Corrected, ["0.5"], ["0", "1", "0.5"]));

    [Fact]
    public void Evaluate_CorrectedTextInAFractionalColumn_CountsBothKindsOfNumbers() =>
        Assert.EndsWith("Only 66.66666666666666% of data is Fractional.", Describe(Compatibility.Corrected, ["0.5"], ["0", "0.5", "x"])!, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_NumbersAmongText_ViolatesUnderSageMakerOnly()
    {
        string[] rows = ["12", "a", "b", "c"];

        Assert.EndsWith("Only 75.0% of data is String.", Describe(Compatibility.SageMaker, rows, rows)!, StringComparison.Ordinal);
        Assert.Null(Describe(Compatibility.Corrected, rows, rows));
    }

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_NumbersInsteadOfText_Violates(Compatibility compatibility) =>
        Assert.EndsWith("Only 0.0% of data is String.", Describe(compatibility, ["a", "b"], ["1", "2"])!, StringComparison.Ordinal);

    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Evaluate_BooleansAsInTheBaseline_DoesNotViolate(Compatibility compatibility) =>
        Assert.Null(Describe(compatibility, ["true", "false"], ["false", "true"]));

    [Fact]
    public void Evaluate_NoValues_ViolatesUnderSageMakerOnly()
    {
        Assert.EndsWith("Only 0.0% of data is Integral.", Describe(Compatibility.SageMaker, ["1"], [""])!, StringComparison.Ordinal);
        Assert.Null(Describe(Compatibility.Corrected, ["1"], [""]));
    }

    [Fact]
    public void Evaluate_ColumnUnknownInTheBaseline_MayBeAnything() =>
        Assert.Null(Describe(Compatibility.SageMaker, [""], ["a", "1", "0.5"]));

    [Theory]
    [InlineData(0.75, true)]
    [InlineData(0.76, false)]
    public void Evaluate_Threshold_IsTheLeastShare(double threshold, bool met)
    {
        EvaluationCase test = new(Column, ["1"]);
        test.Configure(config => config with { DataTypeThreshold = threshold });

        Evaluation evaluation = test.Evaluate(Compatibility.Corrected, Column, ["1", "1", "1", "x"]);

        Assert.Equal(met, evaluation.Violations.All(violation => violation.CheckType != CheckTypes.DataType));
    }

    private static string? Describe(Compatibility compatibility, IEnumerable<string> baseline, IEnumerable<string> current) =>
        new EvaluationCase(Column, baseline).Evaluate(compatibility, Column, current)
            .Violations.SingleOrDefault(violation => violation.CheckType == CheckTypes.DataType)?.Description;
}
