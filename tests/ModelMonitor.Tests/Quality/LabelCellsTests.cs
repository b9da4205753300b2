using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Tests.Quality;

public sealed class LabelCellsTests
{
    private static readonly QualityOptions Classes = new()
    {
        Problem = ProblemType.MulticlassClassification, InferenceAttribute = "h", GroundTruthAttribute = "y",
    };

    [Theory]
    [InlineData(ProblemType.Regression)]
    [InlineData(ProblemType.BinaryClassification)]
    [InlineData(ProblemType.MulticlassClassification)]
    public void Rows_OfBlanks_LackALabelOrAPrediction(ProblemType problem)
    {
        QualityOptions options = Classes with { Problem = problem, PositiveLabel = problem == ProblemType.BinaryClassification ? "1" : null };

        QualityState state = QualityRows.StateOf(options, ["h", "y"], [["1", " "], ["1", "\t \r"], ["  ", "1"], ["1", "1"]]);

        Assert.Equal(1, state.Usable(problem));
        Assert.Equal(2, state.Unusable.Count(UnusableReason.MissingLabel));
        Assert.Equal(1, state.Unusable.Count(UnusableReason.MissingPrediction));
    }

    [Fact]
    public void Rows_OfABlankProbability_LackIt()
    {
        QualityOptions options = new() { Problem = ProblemType.BinaryClassification, ProbabilityAttribute = "h", GroundTruthAttribute = "y" };

        QualityState state = QualityRows.StateOf(options, ["h", "y"], [[" ", "1"]]);

        Assert.Equal(1, state.Unusable.Count(UnusableReason.MissingProbability));
    }

    [Theory]
    [InlineData("1", "1.", true)]
    [InlineData("1", " 1.0 ", true)]
    [InlineData("9007199254740991", "9007199254740991.0", true)]
    [InlineData("9007199254740992", "9007199254740993", false)]
    [InlineData("-9007199254740992", "-9007199254740993", false)]
    [InlineData("1.5", "1.50", false)]
    public void Classes_ThatAreNumbers_AreTheSameWhereTheNumbersAre(string predicted, string label, bool isSame)
    {
        QualityState state = QualityRows.StateOf(Classes, ["h", "y"], [[predicted, label]]);

        Assert.Equal(isSame ? 1 : 2, state.Classes.ToMatrix().Classes.Count);
    }

    [Fact]
    public void Statistics_OfClassesNamedAsMembersAre_AreReadAgain()
    {
        string[] names = ["value", "reason", "standard_deviation", "classes", "confusion_matrix", "support"];
        QualityState state = QualityRows.StateOf(Classes, ["h", "y"], names.Select(name => new[] { name, name }));
        QualityStatisticsDocument written = QualityStatisticsBuilder.Build(state, Classes);

        QualityStatisticsDocument read = QualityStatisticsDocument.Read("statistics.json", written.ToUtf8());

        Assert.Equal(names.Order(StringComparer.Ordinal), read.Classes.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(written.Metrics, read.Metrics);
        Assert.Equal(written.ToUtf8(), read.ToUtf8());
    }
}
