using ModelMonitor.Documents;
using ModelMonitor.Drift;
using ModelMonitor.Tests.Constraints;
using static ModelMonitor.Tests.Constraints.EvaluationCase;

namespace ModelMonitor.Tests.Drift;

/// <summary>Which columns are compared, and by what; the distances have their own tests.</summary>
public sealed class DriftEvaluatorTests
{
    private static readonly string[] Column = ["x"];

    [Fact]
    public void Compare_Numbers_IsByTheirSketches()
    {
        DriftResult drift = Compare(Compatibility.SageMaker, Hundreds("0", "1"), Hundreds("1"));

        Assert.Equal((DriftMeasure.NumericLInfinity, 0.5, true), (drift.Measure, drift.Distance, drift.Violated));
    }

    [Fact]
    public void Compare_Text_IsByItsCategories()
    {
        DriftResult drift = Compare(Compatibility.SageMaker, Hundreds("a", "b", "c", "c"), Hundreds("a", "b"));

        Assert.Equal((DriftMeasure.CategoricalLInfinity, 0.5, true), (drift.Measure, drift.Distance, drift.Violated));
    }

    [Fact]
    public void Compare_DistanceAtTheThreshold_IsNoDrift()
    {
        DriftResult drift = Compare(Compatibility.SageMaker, Hundreds("0", "1"), Hundreds("1"), threshold: 0.5);

        Assert.Equal((0.5, false), (drift.Distance, drift.Violated));
    }

    [Fact]
    public void Compare_SageMakerTypeChanged_IsNotDone()
    {
        DriftResult drift = Compare(Compatibility.SageMaker, Hundreds("0", "1"), Hundreds("1.5"));

        Assert.Null(drift.Distance);
        Assert.False(drift.Violated);
        Assert.Equal("The type changed from Integral to Fractional.", drift.Reason);
    }

    [Fact]
    public void Compare_CorrectedTypeChanged_IsDoneOnTheNumbers()
    {
        DriftResult fractions = Compare(Compatibility.Corrected, Hundreds("0", "1"), Hundreds("1.5"));
        DriftResult mixed = Compare(Compatibility.Corrected, Hundreds("0", "1"), Hundreds("1", "text"));

        Assert.Equal((DriftMeasure.NumericLInfinity, 1.0), (fractions.Measure, fractions.Distance));
        Assert.Equal((DriftMeasure.NumericLInfinity, 0.5), (mixed.Measure, mixed.Distance));
    }

    [Fact]
    public void Compare_CorrectedTextBecameNumbers_IsByCategories()
    {
        DriftResult drift = Compare(Compatibility.Corrected, Hundreds("1", "a"), Hundreds("1"));

        Assert.Equal((DriftMeasure.CategoricalLInfinity, 0.5), (drift.Measure, drift.Distance));
    }

    [Theory]
    [InlineData("text", "No value is a number.")]
    [InlineData("", "No value is a number.")]
    public void Compare_CorrectedNoNumbersLeft_SaysSo(string value, string reason) =>
        Assert.Equal(reason, Compare(Compatibility.Corrected, Hundreds("0", "1"), Hundreds(value)).Reason);

    [Fact]
    public void Compare_TextWithoutValues_SaysSo() =>
        Assert.Equal("The column has no values.", Compare(Compatibility.Corrected, Hundreds("a"), Hundreds(string.Empty)).Reason);

    [Fact]
    public void Compare_TooManyCategories_SaysSo()
    {
        IEnumerable<string> some = Enumerable.Range(0, 200).Select(i => $"value {i}");
        IEnumerable<string> many = Enumerable.Range(0, 400).Select(i => $"value {i}");

        Assert.Equal("The column has too many different values.", Compare(Compatibility.SageMaker, ["a"], some).Reason);
        Assert.Equal(DriftMeasure.CategoricalLInfinity, Compare(Compatibility.Corrected, ["a"], some).Measure);
        Assert.Equal("The column has too many different values.", Compare(Compatibility.Corrected, ["a"], many).Reason);
        Assert.Equal("The baseline has no distribution of the column.", Compare(Compatibility.Corrected, many, ["a"]).Reason);
    }

    [Fact]
    public void Compare_WithoutStatistics_SaysSo()
    {
        EvaluationCase test = new(Column, ["1"]) { Statistics = null };

        Assert.Equal("The baseline has no statistics of the column.", test.Evaluate(Compatibility.Corrected, Column, ["1"]).Features[0].Drift.Reason);
    }

    [Fact]
    public void Compare_ByChiSquared_GivesThePValue()
    {
        EvaluationCase test = new(Column, Hundreds("a", "b"));
        test.ConfigureDistribution(config => config with { CategoricalDriftMethod = CategoricalDriftMethod.ChiSquared });

        DriftResult same = test.Evaluate(Compatibility.Corrected, Column, Hundreds("b", "a")).Features[0].Drift;
        DriftResult few = test.Evaluate(Compatibility.Corrected, Column, ["a", "b"]).Features[0].Drift;

        Assert.Equal((DriftMeasure.ChiSquaredPValue, 1.0, false), (same.Measure, same.Distance, same.Violated));
        Assert.Equal("The categories are too few, or too rare, for a chi-squared test.", few.Reason);
    }

    [Fact]
    public void Compare_CategoricalThreshold_IsItsOwn()
    {
        EvaluationCase test = new(Column, Hundreds("a", "b"));
        test.ConfigureDistribution(config => config with { CategoricalComparisonThreshold = 0.9 });

        DriftResult drift = test.Evaluate(Compatibility.SageMaker, Column, Hundreds("a")).Features[0].Drift;

        Assert.Equal((0.9, false), (drift.Threshold, drift.Violated));
    }

    private static DriftResult Compare(
        Compatibility compatibility, IEnumerable<string> baseline, IEnumerable<string> current, double threshold = 0.1)
    {
        EvaluationCase test = new(Column, baseline);
        test.ConfigureDistribution(config => config with { ComparisonMethod = ComparisonMethod.Simple, ComparisonThreshold = threshold });
        return test.Evaluate(compatibility, Column, current).Features[0].Drift;
    }
}
