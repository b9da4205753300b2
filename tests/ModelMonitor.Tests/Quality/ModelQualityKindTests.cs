using System.Globalization;
using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Quality;

public sealed class ModelQualityKindTests
{
    private static readonly ManualTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    private static readonly QualityOptions Options = new()
    {
        Problem = ProblemType.BinaryClassification, GroundTruthAttribute = "label", ProbabilityAttribute = "score",
    };

    [Fact]
    public async Task Run_OfAWorseWindow_HasDocumentsFindingsAndTheSameBytesAtAnyShardSize()
    {
        QualityBaseline baseline = await BaselineAsync(Rows(1_000, i => i % 10 < 3 == i * 7_919 % 100 < 30));
        byte[]? statistics = null;
        foreach (long shard in new[] { 1L << 20, 500L })
        {
            (RunRecord record, MemoryObjectStore artifacts) = await RunAsync(new ModelQualityKind(baseline, Options), Rows(900, i => i % 2 == 0), shard);

            Assert.Equal(RunOutcome.CompletedWithViolations, record.Outcome);
            Assert.Equal("model-quality", record.Kind);
            QualityFinding accuracy = Assert.Single(record.Quality!, finding => finding.Name == "accuracy");
            Assert.True(accuracy.Violated);
            Assert.InRange(accuracy.Value!.Value, accuracy.Low!.Value, accuracy.High!.Value);
            Assert.Equal(baseline.Statistics!.Find("accuracy")!.Value, accuracy.Threshold);
            QualityViolationsDocument violations = QualityViolationsDocument.Read("v", await artifacts.ReadAllAsync(ObjectKeys.ConstraintViolations));
            Assert.Contains(violations.Violations, violation => violation.MetricName == "f0_5");
            Assert.Equal(record.Violations, violations.Violations.Count);
            byte[] written = await artifacts.ReadAllAsync(ObjectKeys.Statistics);
            Assert.Equal(statistics ?? written, written);
            statistics = written;
        }
    }

    [Fact]
    public void Evaluate_WithSignificance_LeavesWhatChanceExplains()
    {
        QualityBaseline baseline = new(
            new QualityConstraintsDocument(ProblemType.BinaryClassification, [new("accuracy", 0.93, ComparisonOperator.LessThanThreshold)]), null, "");
        QualityState state = QualityRows.StateOf(
            Options, ["score", "label"], Enumerable.Range(0, 100).Select(i => new[] { "0.9", i < 90 ? "1" : "0" }));

        Assert.Equal(1, new ModelQualityKind(baseline, Options).Evaluate(state).Violations);
        Assert.Equal(0, new ModelQualityKind(baseline, Options with { Significance = 0.01 }).Evaluate(state).Violations);
        Assert.Equal(1, new ModelQualityKind(baseline, Options with { Significance = 0.3 }).Evaluate(state).Violations);
    }

    [Fact]
    public void Evaluate_InSageMakersMode_HasNoFileOfViolationsAndNothingBeyondItsNames()
    {
        QualityBaseline baseline = new(new QualityConstraintsDocument(ProblemType.BinaryClassification, [new("f0_5", 1.0, ComparisonOperator.LessThanThreshold)]), null, "");
        QualityOptions options = Options with { Compatibility = Compatibility.SageMaker };
        QualityState state = QualityRows.StateOf(options, ["score", "label"], Enumerable.Range(0, 300).Select(i => new[] { "0.9", $"{i % 2}" }));

        RunFindings findings = new ModelQualityKind(baseline, options).Evaluate(state);

        Assert.Equal(0, findings.Violations);
        Assert.True(findings.Documents.Single(document => document.Name == ObjectKeys.ConstraintViolations).OnlyIfPresent);
        QualityStatisticsDocument statistics = QualityStatisticsDocument.Read("s", findings.Documents[0].Content);
        Assert.Equal(
            [
                "recall", "precision", "accuracy", "recall_best_constant_classifier", "precision_best_constant_classifier",
                "accuracy_best_constant_classifier", "true_positive_rate", "true_negative_rate", "false_positive_rate", "false_negative_rate",
                "auc", "f0_5", "f1", "f2", "f0_5_best_constant_classifier", "f1_best_constant_classifier", "f2_best_constant_classifier",
            ],
            statistics.Metrics.Select(metric => metric.Name));
        Assert.All(statistics.Metrics, metric => Assert.Null(metric.Low));
    }

    [Theory]
    [InlineData(ProblemType.Regression)]
    [InlineData(ProblemType.BinaryClassification)]
    [InlineData(ProblemType.MulticlassClassification)]
    public void Metrics_OfAWindow_AreInSageMakersNamespaceUnderKnownNames(ProblemType problem)
    {
        QualityOptions options = Options with
        {
            Problem = problem,
            InferenceAttribute = "score",
            ProbabilityAttribute = problem == ProblemType.BinaryClassification ? "score" : null,
        };
        QualityBaseline baseline = new(new QualityConstraintsDocument(problem, []), null, "");
        QualityState state = QualityRows.StateOf(options, ["score", "label"], Enumerable.Range(0, 100).Select(i => new[] { $"{i / 50}", i % 3 == 0 ? "0" : "1" }));

        RunFindings findings = new ModelQualityKind(baseline, options).Evaluate(state);

        Assert.Equal(MetricNamespaces.EndpointModel, Assert.Single(findings.Metrics).EndpointNamespace);
        Assert.Equal(QualityMetricNames.Of(problem).Order(), findings.Metrics[0].Metrics.Select(metric => metric.Name).Order());
        Assert.Empty(new ModelQualityKind(baseline, options with { EmitMetrics = false }).Evaluate(state).Metrics);
    }

    [Theory]
    [InlineData(Compatibility.Corrected, 10, 1)]
    [InlineData(Compatibility.Corrected, 11, 0)]
    [InlineData(Compatibility.SageMaker, 11, 1)]
    public void Evaluate_FewerRowsThanAreNeeded_ComparesNothingAndSaysSo(Compatibility compatibility, int minimum, int violations)
    {
        QualityOptions options = Options with { MinimumRows = minimum, Compatibility = compatibility };
        QualityBaseline baseline = new(
            new QualityConstraintsDocument(ProblemType.BinaryClassification, [new("accuracy", 0.9, ComparisonOperator.LessThanThreshold)]), null, "");
        QualityState state = QualityRows.StateOf(options, ["score", "label"], Enumerable.Range(0, 10).Select(i => new[] { "0.7", $"{i % 2}" }));

        RunFindings findings = new ModelQualityKind(baseline, options).Evaluate(state);

        QualityFinding accuracy = findings.Quality!.Single(metric => metric.Name == "accuracy");
        Assert.Equal((violations, violations == 1, 0.5), (findings.Violations, accuracy.Violated, accuracy.Value));
        Assert.Equal(violations == 1 ? 0.9 : null, accuracy.Threshold);
        Assert.Equal(
            violations == 1 ? [] : ["The window has too few usable rows to judge: 10; at least 11 are needed (minimumRows)."], findings.Notes);
    }

    [Fact]
    public void Evaluate_Quantile_DecidesTheQuantileLoss()
    {
        QualityOptions options = new() { Problem = ProblemType.Regression, InferenceAttribute = "score", GroundTruthAttribute = "label", Quantile = 0.9 };
        QualityBaseline baseline = new(new QualityConstraintsDocument(ProblemType.Regression, []), null, "");
        QualityState state = QualityRows.StateOf(options, ["score", "label"], [["1", "3"], ["5", "3"]]);

        // Two too low costs 0.9 · 2, two too high 0.1 · 2.
        Assert.Equal(1.0, new ModelQualityKind(baseline, options).Evaluate(state).Quality!.Single(metric => metric.Name == "quantile_loss").Value!.Value, 12);
    }

    [Fact]
    public void Constructor_OfABaselineThatDoesNotFit_SaysSo()
    {
        QualityBaseline other = new(new QualityConstraintsDocument(ProblemType.Regression, []), null, "");
        QualityBaseline unknown = new(
            new QualityConstraintsDocument(ProblemType.BinaryClassification, [new("aucc", 1.0, ComparisonOperator.LessThanThreshold)]), null, "");

        Assert.Contains("constraints are of Regression", Assert.Throws<ConfigurationException>(() => new ModelQualityKind(other, Options)).Message);
        Assert.Contains("\"aucc\"", Assert.Throws<ConfigurationException>(() => new ModelQualityKind(unknown, Options)).Message);
    }

    [Fact]
    public void Validated_OfOptionsThatDoNotGoTogether_NamesThem()
    {
        AssertRefused("inferenceAttribute", Options with { ProbabilityAttribute = null });
        AssertRefused("inferenceAttribute", Options with { Problem = ProblemType.Regression, ProbabilityAttribute = null });
        AssertRefused("probabilityAttribute", Options with { Problem = ProblemType.MulticlassClassification, InferenceAttribute = "h" });
        AssertRefused("groundTruthAttribute", Options with { GroundTruthAttribute = "score" });
        AssertRefused("groundTruthAttribute", Options with { GroundTruthAttribute = "" });
        AssertRefused("probabilityThreshold", Options with { ProbabilityThreshold = double.NaN });
        AssertRefused("positiveLabel", Options with { Problem = ProblemType.Regression, ProbabilityAttribute = null, InferenceAttribute = "p", PositiveLabel = "1" });
        AssertRefused("quantile", Options with { Problem = ProblemType.Regression, ProbabilityAttribute = null, InferenceAttribute = "p", Quantile = 1.0 });
        AssertRefused("quantile", Options with { Quantile = 0.9 });
        AssertRefused("minimumRows", Options with { MinimumRows = 0 });
        AssertRefused("significance", Options with { Significance = 0.6 });
    }

    [Fact]
    public void Fingerprints_DifferByWhatChangesRowsOrResults()
    {
        QualityBaseline baseline = new(new QualityConstraintsDocument(ProblemType.BinaryClassification, []), null, "");
        ModelQualityKind kind = new(baseline, Options);

        Assert.NotEqual(kind.RowsFingerprint, new ModelQualityKind(baseline, Options with { ProbabilityThreshold = 0.4 }).RowsFingerprint);
        Assert.Equal(kind.RowsFingerprint, new ModelQualityKind(baseline, Options with { Significance = 0.1 }).RowsFingerprint);
        Assert.NotEqual(kind.OptionsFingerprint, new ModelQualityKind(baseline, Options with { Significance = 0.1 }).OptionsFingerprint);
        Assert.NotEqual(kind.OptionsFingerprint, new ModelQualityKind(baseline, Options with { MinimumRows = 9 }).OptionsFingerprint);
        Assert.NotEqual(kind.OptionsFingerprint, new ModelQualityKind(baseline, Options with { Compatibility = Compatibility.SageMaker }).OptionsFingerprint);
    }

    [Theory]
    [InlineData("{}", "regression_constraints")]
    [InlineData("""{"regression_constraints":{"mae":{"threshold":"x","comparison_operator":"LessThanThreshold"}}}""", "$.regression_constraints.mae.threshold")]
    [InlineData("""{"regression_constraints":{"mae":{"threshold":1,"comparison_operator":"Less"}}}""", "LessThanThreshold or GreaterThanThreshold")]
    public void Read_OfWrongConstraints_NamesThePlace(string json, string expected) => Assert.Contains(
        expected, Assert.Throws<ConfigurationException>(() => QualityConstraintsDocument.Read("c.json", Encoding.UTF8.GetBytes(json))).Message);

    [Fact]
    public async Task Baseline_WithoutAUsableRow_SaysWhy()
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() => BaselineAsync("score,label\n2,1\n3,0\n"));

        Assert.Contains("probability_out_of_range 2", error.Message);
    }

    private static void AssertRefused(string option, QualityOptions options) => Assert.Contains(
        $"$.modelQuality.{option}", Assert.Throws<ConfigurationException>(options.Validated).Message);

    private static string Rows(int count, Func<int, bool> isRight)
    {
        StringBuilder csv = new("score,label\n");
        for (int i = 0; i < count; i++)
        {
            double score = i * 7_919 % 1_009 / 1_009.0;
            csv.Append(CultureInfo.InvariantCulture, $"{score},{(score > 0.5 == isRight(i) ? 1 : 0)}\n");
        }

        return csv.ToString();
    }

    private static async Task<QualityBaseline> BaselineAsync(string csv)
    {
        MemoryObjectStore artifacts = new(Clock);
        await QualityBaselineBuilder.BuildAsync(await SettingsAsync(csv, artifacts), Options, "data.csv");
        return await QualityBaseline.ReadAsync(artifacts, "", "baseline");
    }

    private static async Task<(RunRecord Record, MemoryObjectStore Artifacts)> RunAsync(ModelQualityKind kind, string csv, long shardBytes)
    {
        MemoryObjectStore artifacts = new(Clock);
        RunSettings settings = await SettingsAsync(csv, artifacts) with { ShardBytes = shardBytes };
        return (await MonitoringRun.ExecuteAsync(settings, kind, Clock), artifacts);
    }

    private static async Task<RunSettings> SettingsAsync(string csv, MemoryObjectStore artifacts)
    {
        MemoryObjectStore store = new(Clock);
        await store.PutAsync("in/data.csv", Encoding.UTF8.GetBytes(csv));
        return new RunSettings { Monitor = "m", Input = store, InputPrefix = "in/", Format = InputFormat.Csv, Artifacts = artifacts };
    }
}
