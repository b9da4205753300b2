using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Quality;

/// <summary>What SageMaker's containers wrote, to the last digit; standard deviations aside, for theirs are of random subsamples.</summary>
public sealed partial class QualityConformanceTests
{
    private static readonly ManualTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    // The two attributes are swapped there on purpose.
    private static readonly QualityOptions Swapped = new()
    {
        Problem = ProblemType.Regression,
        InferenceAttribute = "Label",
        GroundTruthAttribute = "Prediction",
        Compatibility = Compatibility.SageMaker,
    };

    private static readonly QualityOptions Churn = new()
    {
        Problem = ProblemType.BinaryClassification,
        InferenceAttribute = "prediction",
        ProbabilityAttribute = "probability",
        GroundTruthAttribute = "label",
        Compatibility = Compatibility.SageMaker,
    };

    [ConformanceFact]
    public async Task Baseline_OfTheSdkDataset_IsSageMakersFilesByteForByte()
    {
        MemoryObjectStore artifacts = await BaselineAsync(Swapped, "sdk-quality-check", "model_quality", "baseline_dataset.csv");

        string folder = Conformance.PathOf("sdk-quality-check", "model_quality");
        Assert.Equal(Text(Path.Combine(folder, "statistics.json")), await TextAsync(artifacts, ObjectKeys.Statistics));
        Assert.Equal(Text(Path.Combine(folder, "good_cases", "constraints.json")), await TextAsync(artifacts, ObjectKeys.Constraints));
    }

    [ConformanceFact]
    public async Task Evaluate_OfTheSdkCases_ViolatesOnlyTheBadOne()
    {
        QualityStatisticsDocument statistics = await StatisticsAsync(Swapped, "sdk-quality-check", "model_quality", "baseline_dataset.csv");

        Assert.Empty(new QualityEvaluator(Constraints("good_cases"), Swapped).Evaluate(statistics).Violations);
        QualityViolation violation = Assert.Single(new QualityEvaluator(Constraints("bad_cases"), Swapped).Evaluate(statistics).Violations);
        Assert.Equal("Metric mse with 0.33364933609800973 +/- NaN was GreaterThanThreshold '0.03364933609800973'", violation.Description);
    }

    [ConformanceFact]
    public async Task Baseline_OfChurn_IsTheWholeTable()
    {
        QualityStatisticsDocument statistics = await StatisticsAsync(Churn, "churn-model-quality", "validation_with_predictions.csv");

        Assert.Equal(201, statistics.ItemCount);
        Assert.Equal(0.9395127993393898, statistics.Find("auc")!.Value);
        string table = Text(Conformance.PathOf("churn-model-quality", "expected", "baseline-statistics.table.txt"));
        int compared = 0;
        foreach (Match match in ValueLine().Matches(table))
        {
            double expected = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            Assert.Equal(expected, statistics.Find(match.Groups[1].Value)!.Value!.Value, 5e-7);
            compared++;
        }

        Assert.Equal(17, compared);
        Assert.Equal((173L, 0L, 12L, 16L), (statistics.Confusion![0, 0], statistics.Confusion[0, 1], statistics.Confusion[1, 0], statistics.Confusion[1, 1]));
        Assert.Equal([0.0, 0.0, 0.0], statistics.Roc!.X.Take(3));
        Assert.Equal([0.0, 0.03571428571428571, 0.07142857142857142], statistics.Roc.Y.Take(3));
        Assert.Equal((1.0, 1.0), (statistics.Roc.X[^1], statistics.Roc.Y[^1]));
        Assert.Equal([1.0, 1.0, 1.0], statistics.PrecisionRecall!.Y.Take(3));
        Assert.Equal([0.0, 0.03571428571428571, 0.07142857142857142], statistics.PrecisionRecall.X.Take(3));
    }

    [ConformanceFact]
    public async Task Baseline_OfChurn_HasDeviationsLikeTheSubsamplesOfTheTable()
    {
        QualityStatisticsDocument statistics = await StatisticsAsync(Churn, "churn-model-quality", "validation_with_predictions.csv");

        // A deviation of five subsamples is itself off by a third, one time in three.
        Assert.Equal(0.008559, statistics.Find("accuracy")!.StandardDeviation!.Value, 0.003);
        Assert.Equal(0.039088, statistics.Find("recall")!.StandardDeviation!.Value, 0.015);
        Assert.Equal(0.01012, statistics.Find("auc")!.StandardDeviation!.Value, 0.005);
        Assert.Equal(0.031415, statistics.Find("f1")!.StandardDeviation!.Value, 0.015);
    }

    [ConformanceFact]
    public async Task Baseline_OfChurn_ConstrainsWhatTheTableDoes()
    {
        QualityConstraintsDocument constraints = QualityConstraintSuggester.Suggest(
            await StatisticsAsync(Churn, "churn-model-quality", "validation_with_predictions.csv"));

        string[] rows =
        [
            .. Text(Conformance.PathOf("churn-model-quality", "expected", "baseline-constraints.table.txt")).Split('\n').Skip(1)
                .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ];
        Assert.Equal(rows.Select(row => (row.Split(' ')[0], row.Split(' ')[2])), constraints.Constraints.Select(constraint => (constraint.Metric, constraint.Operator.ToString())));
        Assert.All(constraints.Constraints.Zip(rows), pair =>
            Assert.Equal(double.Parse(pair.Second.Split(' ')[1], CultureInfo.InvariantCulture), pair.First.Threshold, 5e-7));
    }

    [ConformanceFact]
    public async Task Evaluate_OfTheChurnRun_HasTheTenTexts()
    {
        QualityConstraintsDocument constraints = QualityConstraintSuggester.Suggest(
            await StatisticsAsync(Churn, "churn-model-quality", "validation_with_predictions.csv"));

        // The only counts of the run's 1,817 rows that make its rates; its scores are not public, only the area under their curve.
        QualityOptions options = Churn with { ProbabilityAttribute = null };
        (int Count, string Prediction, string Label)[] counts = [(151, "1", "1"), (1_167, "0", "1"), (65, "1", "0"), (434, "0", "0")];
        QualityState state = QualityRows.StateOf(
            options, ["prediction", "label"], counts.SelectMany(cell => Enumerable.Repeat<string?[]>([cell.Prediction, cell.Label], cell.Count)));
        QualityStatisticsDocument statistics = QualityStatisticsBuilder.Build(state, options);
        statistics = statistics with { Metrics = [.. statistics.Metrics, new QualityMetric("auc", 0.515363047795135)] };

        IReadOnlyList<QualityViolation> violations = new QualityEvaluator(constraints, options).Evaluate(statistics).Violations;

        using JsonDocument expected = JsonDocument.Parse(Text(
            Conformance.PathOf("churn-model-quality", "expected", "constraint_violations.reconstructed.json")));
        Assert.Equal(
            expected.RootElement.GetProperty("violations").EnumerateArray().Select(violation => (
                violation.GetProperty("constraint_check_type").GetString()!,
                Deviation().Replace(violation.GetProperty("description").GetString()!, "+/- ~ was"),
                violation.GetProperty("metric_name").GetString()!)).Order(),
            violations.Select(violation => (
                violation.CheckType, Deviation().Replace(violation.Description, "+/- ~ was"), violation.MetricName)).Order());
        Assert.Equal(10, violations.Count);
    }

    [ConformanceFact]
    public void Read_OfSageMakersFiles_WritesThemBackByteForByte()
    {
        foreach (string file in new[] { "good_cases", "bad_cases" })
        {
            string path = Conformance.PathOf("sdk-quality-check", "model_quality", file, "constraints.json");
            Assert.Equal(Text(path), Encoding.UTF8.GetString(QualityConstraintsDocument.Read("c", File.ReadAllBytes(path)).ToUtf8()));
        }

        string statistics = Conformance.PathOf("sdk-quality-check", "model_quality", "statistics.json");
        Assert.Equal(Text(statistics), Encoding.UTF8.GetString(QualityStatisticsDocument.Read("s", File.ReadAllBytes(statistics)).ToUtf8()));
    }

    [ConformanceFact]
    public void Read_OfModelCards_HasTheirMetrics()
    {
        QualityStatisticsDocument binary = Card("binary_classification");
        Assert.Equal(0.66666666666667, binary.Find("false_positive_rate")!.Value);
        Assert.Equal(2, binary.Confusion![0, 1]);
        Assert.Equal(6, binary.Roc!.X.Count);
        Assert.Equal(0.02946664105374692, Card("regression").Find("r2")!.StandardDeviation);
    }

    private static QualityStatisticsDocument Card(string name) => QualityStatisticsDocument.Read(
        name, File.ReadAllBytes(Conformance.PathOf("sdk-model-card", $"model_monitor_model_quality_{name}.json")));

    private static QualityConstraintsDocument Constraints(string folder) => QualityConstraintsDocument.Read(
        folder, File.ReadAllBytes(Conformance.PathOf("sdk-quality-check", "model_quality", folder, "constraints.json")));

    private static async Task<QualityStatisticsDocument> StatisticsAsync(QualityOptions options, params string[] parts)
    {
        MemoryObjectStore artifacts = await BaselineAsync(options, parts);
        return QualityStatisticsDocument.Read("s", await artifacts.ReadAllAsync(ObjectKeys.Statistics));
    }

    private static async Task<MemoryObjectStore> BaselineAsync(QualityOptions options, params string[] parts)
    {
        MemoryObjectStore store = new(Clock);
        await store.PutAsync("in/data.csv", await File.ReadAllBytesAsync(Conformance.PathOf(parts)));
        MemoryObjectStore artifacts = new(Clock);
        RunSettings settings = new()
        {
            Monitor = "m", Input = store, InputPrefix = "in/", Format = InputFormat.Csv, Artifacts = artifacts,
        };
        await QualityBaselineBuilder.BuildAsync(settings, options, "data.csv");
        return artifacts;
    }

    private static async Task<string> TextAsync(MemoryObjectStore store, string key) => Encoding.UTF8.GetString(await store.ReadAllAsync(key));

    private static string Text(string path) => File.ReadAllText(path).TrimEnd();

    [GeneratedRegex(@"^(\w+)\.value\s+([\d.]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex ValueLine();

    [GeneratedRegex(@"\+/- \S+ was")]
    private static partial Regex Deviation();
}
