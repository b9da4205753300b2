using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Quality;

public sealed class SignificanceTests
{
    private static readonly QualityOptions Numbers = new()
    {
        Problem = ProblemType.Regression, InferenceAttribute = "h", GroundTruthAttribute = "y", Significance = 0.0001,
    };

    private static readonly QualityOptions TwoClasses = new()
    {
        Problem = ProblemType.BinaryClassification, ProbabilityAttribute = "h", GroundTruthAttribute = "y",
    };

    [Fact]
    public void Evaluate_OneRow_IsNotJudgedAndSaysWhy()
    {
        QualityState state = QualityRows.StateOf(Numbers, ["h", "y"], [["1", "3"]]);

        QualityFinding judged = Find(Numbers, "mae", 1.0, state, out int violations);
        Assert.Equal((0, false, 2.0), (violations, judged.Violated, judged.Value));
        Assert.Equal((null, "too_few_rows"), (judged.Threshold, judged.Reason));

        QualityFinding bare = Find(Numbers with { Significance = null }, "mae", 1.0, state, out violations);
        Assert.Equal((1, true, 1.0), (violations, bare.Violated, bare.Threshold));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1_000, 1)]
    public void Evaluate_EqualErrors_ViolateOnceTheyAreManyEnough(int rows, int expected)
    {
        QualityState state = QualityRows.StateOf(Numbers, ["h", "y"], Enumerable.Range(0, rows).Select(i => new[] { $"{i}", $"{i + 2}" }));

        QualityFinding mae = Find(Numbers, "mae", 1.0, state, out int violations);

        Assert.Equal((expected, expected == 1, 1.0), (violations, mae.Violated, mae.Threshold));
        Assert.Null(mae.High);
        Assert.Equal("no_spread", mae.Reason);
        Find(Numbers, "mae", 3.0, state, out int below, ComparisonOperator.LessThanThreshold);
        Assert.Equal(0, below);
    }

    [Fact]
    public void Documents_OfAnIntervalWithOneEnd_HaveThatEnd()
    {
        QualityState state = QualityRows.StateOf(Numbers, ["h", "y"], Enumerable.Range(0, 1_000).Select(i => new[] { $"{i}", $"{i + 2}" }));
        RunFindings findings = Kind(Numbers, new("mae", 1.0, ComparisonOperator.GreaterThanThreshold)).Evaluate(state);

        QualityMetric mae = QualityStatisticsDocument.Read("s", Content(findings, ObjectKeys.Statistics)).Find("mae")!;
        Assert.InRange(mae.Low!.Value, 1.98, 1.99);
        Assert.Equal((null, "no_spread"), (mae.High, mae.Reason));
        QualityViolation violation = Assert.Single(QualityViolationsDocument.Read("v", Content(findings, ObjectKeys.ConstraintViolations)).Violations);
        Assert.StartsWith("Metric mae with 2.0 +/- 0.0 was GreaterThanThreshold '1.0' (confidence interval from 1.98", violation.Description);
    }

    [Fact]
    public void Evaluate_AucOfOnePositiveRow_IsNotJudged()
    {
        QualityOptions options = TwoClasses with { Significance = 0.0001 };
        QualityState state = QualityRows.StateOf(
            options, ["h", "y"], Enumerable.Range(0, 1_000).Select(i => new[] { $"0.{i:000}", i == 300 ? "1" : "0" }));

        QualityFinding auc = Find(options, "auc", 0.85, state, out int violations);

        Assert.InRange(auc.Value!.Value, 0.3, 0.301);
        Assert.Equal((0, null, "too_few_rows"), (violations, auc.Threshold, auc.Reason));
    }

    [Fact]
    public void Evaluate_FScoresWithoutAPositiveLabel_AreUndefined_ButZeroInSageMakersMode()
    {
        QualityState state = QualityRows.StateOf(TwoClasses, ["h", "y"], Enumerable.Range(0, 300).Select(i => new[] { i < 10 ? "0.9" : "0.1", "0" }));

        QualityFinding f1 = Find(TwoClasses, "f1", 0.5, state, out int violations);
        Assert.Equal((0, null, "no_positive_labels"), (violations, f1.Value, f1.Reason));

        QualityFinding theirs = Find(TwoClasses with { Compatibility = Compatibility.SageMaker }, "f1", 0.5, state, out violations);
        Assert.Equal((1, 0.0, 0.0), (violations, theirs.Value, theirs.StandardDeviation));
    }

    [Fact]
    public void Evaluate_CalibrationOfACalibratedModel_ViolatesNoSmallThreshold()
    {
        QualityOptions options = TwoClasses with { Significance = 0.0001 };
        Random random = new(9);
        QualityState state = QualityRows.StateOf(options, ["h", "y"], Enumerable.Range(0, 1_000).Select(_ =>
        {
            double probability = Math.Round(random.NextDouble(), 3);
            return new[] { FormattableString.Invariant($"{probability}"), random.NextDouble() < probability ? "1" : "0" };
        }));

        QualityFinding error = Find(options, "expected_calibration_error", 0.01, state, out int violations);

        Assert.InRange(error.Value!.Value, 0.011, 0.1);
        Assert.Equal((0, 0.01), (violations, error.Threshold));
    }

    private static ReadOnlyMemory<byte> Content(RunFindings findings, string name) => findings.Documents.Single(document => document.Name == name).Content;

    private static ModelQualityKind Kind(QualityOptions options, QualityConstraint constraint) =>
        new(new QualityBaseline(new QualityConstraintsDocument(options.Problem, [constraint]), null, ""), options);

    private static QualityFinding Find(
        QualityOptions options, string metric, double threshold, QualityState state, out int violations, ComparisonOperator? comparison = null)
    {
        bool isError = metric is "mae" or "expected_calibration_error";
        ComparisonOperator usual = isError ? ComparisonOperator.GreaterThanThreshold : ComparisonOperator.LessThanThreshold;
        RunFindings findings = Kind(options, new(metric, threshold, comparison ?? usual)).Evaluate(state);
        violations = findings.Violations;
        return findings.Quality!.Single(finding => finding.Name == metric);
    }
}
