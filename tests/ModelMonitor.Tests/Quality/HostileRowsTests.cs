using System.Text;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Profiling;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Tests.Quality;

/// <summary>Rows that are wrong are counted under a reason; documents never hold NaN as a number, and nothing throws.</summary>
public sealed class HostileRowsTests
{
    private static readonly QualityOptions Binary = new()
    {
        Problem = ProblemType.BinaryClassification, GroundTruthAttribute = "y", ProbabilityAttribute = "p",
    };

    private static readonly QualityOptions Regression = new()
    {
        Problem = ProblemType.Regression, GroundTruthAttribute = "y", InferenceAttribute = "p",
    };

    private static readonly QualityOptions Classes = new()
    {
        Problem = ProblemType.MulticlassClassification, GroundTruthAttribute = "y", InferenceAttribute = "p",
    };

    [Theory]
    [InlineData("0.5", null, UnusableReason.MissingLabel)]
    [InlineData("0.5", "2", UnusableReason.UnparseableLabel)]
    [InlineData("0.5", "yes\u202e", UnusableReason.UnparseableLabel)]
    [InlineData(null, "1", UnusableReason.MissingProbability)]
    [InlineData("high", "1", UnusableReason.UnparseableProbability)]
    [InlineData("1.0000001", "1", UnusableReason.ProbabilityOutOfRange)]
    [InlineData("-0.1", "1", UnusableReason.ProbabilityOutOfRange)]
    [InlineData("NaN", "1", UnusableReason.NotFinite)]
    [InlineData("Infinity", "1", UnusableReason.NotFinite)]
    [InlineData("1e999", "1", UnusableReason.NotFinite)]
    public void Binary_AWrongRow_IsCountedUnderItsReason(string? probability, string? label, UnusableReason reason) =>
        AssertCounted(Binary, probability, label, reason);

    [Theory]
    [InlineData("1", null, UnusableReason.MissingLabel)]
    [InlineData(null, "1", UnusableReason.MissingPrediction)]
    [InlineData("x", "1", UnusableReason.UnparseablePrediction)]
    [InlineData("1", "[1]", UnusableReason.UnparseableLabel)]
    [InlineData("NaN", "1", UnusableReason.NotFinite)]
    [InlineData("1", "-Infinity", UnusableReason.NotFinite)]
    [InlineData("1e71", "1", UnusableReason.TooLarge)]
    public void Regression_AWrongRow_IsCountedUnderItsReason(string? prediction, string? label, UnusableReason reason) =>
        AssertCounted(Regression, prediction, label, reason);

    [Fact]
    public void Classes_ALongName_IsCountedUnderItsReason() =>
        AssertCounted(Classes, new string('x', 300), "a", UnusableReason.ClassNameTooLong);

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void Binary_AProbabilityThatWouldBeTheLabelOrNoColumn_IsMissing(string attribute)
    {
        QualityOptions options = Binary with { ProbabilityAttribute = attribute };

        QualityState state = QualityRows.StateOf(options, ["p", "age", "y"], [["0.5", "30", "1"]]);

        Assert.Equal((0L, 1L), (state.Usable(options.Problem), state.Unusable.Count(UnusableReason.MissingProbability)));
    }

    [Theory]
    [InlineData("1", "1", true)]
    [InlineData("1.0", "true", true)]
    [InlineData(" 1e0", "TRUE", true)]
    [InlineData(".0", "False", false)]
    [InlineData("-0", "0.0", false)]
    public void Binary_LabelsWrittenOtherwise_AreUnderstood(string one, string other, bool isPositive)
    {
        QualityState state = QualityRows.StateOf(Binary, ["p", "y"], [["0.9", one], ["0.9", other]]);

        Assert.Equal(isPositive ? 2 : 0, state.Binary.Counts.TruePositives);
        Assert.Equal(2, state.Binary.Counts.Count);
    }

    [Fact]
    public void Binary_WithAPositiveLabel_TakesAllOthersAsNegative()
    {
        QualityOptions options = Binary with { PositiveLabel = "churned", InferenceAttribute = "h", ProbabilityAttribute = null };

        QualityState state = QualityRows.StateOf(options, ["h", "y"], [["churned", "churned"], ["stayed", "churned"], ["churned", "moved"]]);

        Assert.Equal((1L, 1L, 1L), (state.Binary.Counts.TruePositives, state.Binary.Counts.FalseNegatives, state.Binary.Counts.FalsePositives));
    }

    [Fact]
    public void Columns_ByIndexOrComingLater_AreFound()
    {
        QualityOptions options = Binary with { ProbabilityAttribute = "0" };
        ColumnSet columns = new("_c0");
        QualityState state = new(columns);
        columns.GetOrAdd("y");
        QualityRows.Add(state, options, [["0.9", "1"]]);

        Assert.Equal(1, state.Binary.Counts.TruePositives);
    }

    [Fact]
    public void Columns_ThatAreNotThere_MakeEveryRowUnusable()
    {
        QualityState state = QualityRows.StateOf(Binary, ["other"], [["1"], ["2"]]);

        Assert.Equal(2, state.Unusable.Count(UnusableReason.MissingLabel));
    }

    [Fact]
    public void Classes_OfAFlood_AreBoundedAndCounted()
    {
        QualityState state = QualityRows.StateOf(
            Classes, ["p", "y"], Enumerable.Range(0, 4_000).Select(i => new[] { $"flood {i}", i % 2 == 0 ? "a" : "b" }));

        QualityStatisticsDocument statistics = QualityStatisticsBuilder.Build(state, Classes);

        Assert.Equal(500, statistics.Confusion!.Classes.Count);
        Assert.Contains("a", statistics.Confusion.Classes);
        UnusableCount overflow = Assert.Single(statistics.Unusable);
        Assert.Equal(("too_many_classes", 4_000 - statistics.ItemCount), (overflow.Reason, overflow.Count));
    }

    public static TheoryData<string, Compatibility> Windows()
    {
        TheoryData<string, Compatibility> windows = [];
        foreach (string labels in new[] { "", "0", "1", "00", "11", "01", "0000000001" })
        {
            windows.Add(labels, Compatibility.SageMaker);
            windows.Add(labels, Compatibility.Corrected);
        }

        return windows;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Document_OfAPoorWindow_IsReadableAndHasNoNaNButSageMakersText(string labels, Compatibility compatibility)
    {
        foreach (QualityOptions kind in new[] { Binary, Regression, Classes, Binary with { InferenceAttribute = "p", ProbabilityAttribute = null } })
        {
            QualityOptions options = kind with { Compatibility = compatibility };
            QualityState state = QualityRows.StateOf(options, ["p", "y"], labels.Select(label => new[] { "1", label.ToString() }));

            byte[] document = QualityStatisticsBuilder.Build(state, options).ToUtf8();
            QualityStatisticsDocument read = QualityStatisticsDocument.Read("s", document);

            Assert.Equal(document, read.ToUtf8());
            string text = Encoding.UTF8.GetString(document);
            Assert.DoesNotContain("NaN", compatibility == Compatibility.SageMaker ? text.Replace("\"NaN\"", "", StringComparison.Ordinal) : text);
            Assert.DoesNotContain("Infinity", text);
            Assert.All(read.Metrics, metric =>
            {
                bool isWhole = metric.Value is not null && (compatibility == Compatibility.SageMaker || (metric.Low is not null && metric.High is not null));
                Assert.True(isWhole ^ metric.Reason is not null, metric.Name);
            });
        }
    }

    [Fact]
    public void Document_OfOneClass_NamesReasons_AndInSageMakersModeItsNumbers()
    {
        string?[][] rows = [["0.2", "0"], ["0.7", "0"]];
        QualityState state = QualityRows.StateOf(Binary, ["p", "y"], rows);

        QualityStatisticsDocument corrected = QualityStatisticsBuilder.Build(state, Binary);
        QualityStatisticsDocument sageMaker = QualityStatisticsBuilder.Build(state, Binary with { Compatibility = Compatibility.SageMaker });

        Assert.Equal("no_positive_labels", corrected.Find("auc")!.Reason);
        Assert.Equal("no_positive_labels", corrected.Find("recall")!.Reason);
        Assert.Equal(0.5, corrected.Find("accuracy")!.Value);
        Assert.Equal(0.0, sageMaker.Find("auc")!.Value);
        Assert.Equal(0.0, sageMaker.Find("recall")!.Value);
    }

    private static void AssertCounted(QualityOptions options, string? prediction, string? label, UnusableReason reason)
    {
        QualityState state = QualityRows.StateOf(options, ["p", "y"], [["1", "1"], [prediction, label], ["0", "0"]]);

        Assert.Equal((2L, 1L, 1L), (state.Usable(options.Problem), state.Unusable.Count(reason), state.Unusable.Total));
        UnusableCount counted = Assert.Single(QualityStatisticsBuilder.Build(state, options).Unusable);
        Assert.Equal(1, counted.Count);
        Assert.All(counted.Samples, sample => Assert.DoesNotContain('\u202e', sample));
    }
}
