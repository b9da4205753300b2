using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;
using ModelMonitor.Statistics.Classification;
using ModelMonitor.Statistics.Estimation;

namespace ModelMonitor.Tests.Quality;

/// <summary>Published examples; the origin is named beside each.</summary>
public sealed class QualityVectorTests
{
    private static readonly ConfidenceLevel Confidence = new(ConfidenceLevel.Default);

    // NannyML, tests/performance_calculation/metrics/test_binary_classification.py, to five places.
    [Theory]
    [InlineData(2277, 77, 2337, 309, 0.92186, 0.96729, 0.88051, 0.9681, 0.9228)]
    [InlineData(2158, 70, 2501, 271, 0.92678, 0.96858, 0.88843, 0.97277, 0.9318)]
    [InlineData(2161, 71, 2447, 321, 0.91684, 0.96819, 0.87067, 0.9718, 0.9216)]
    [InlineData(2023, 108, 2395, 474, 0.87424, 0.94932, 0.81017, 0.95685, 0.8836)]
    [InlineData(2041, 90, 2385, 484, 0.87672, 0.95777, 0.80832, 0.96364, 0.8852)]
    [InlineData(2034, 91, 2427, 448, 0.883, 0.95718, 0.8195, 0.96386, 0.8922)]
    [InlineData(2057, 125, 2316, 502, 0.86775, 0.94271, 0.80383, 0.94879, 0.8746)]
    public void Counts_OfNannyMl_GiveItsMetrics(
        int tp, int fp, int tn, int fn, double f1, double precision, double recall, double specificity, double accuracy)
    {
        BinaryCounts counts = new(tp, fp, tn, fn);

        Assert.Equal(f1, ConfusionMetrics.F(counts, 1.0, Confidence).Value!.Value, 6e-6);
        Assert.Equal(precision, ConfusionMetrics.Precision(counts, Confidence).Value!.Value, 6e-6);
        Assert.Equal(recall, ConfusionMetrics.Recall(counts, Confidence).Value!.Value, 6e-6);
        Assert.Equal(specificity, ConfusionMetrics.TrueNegativeRate(counts, Confidence).Value!.Value, 6e-6);
        Assert.Equal(accuracy, ConfusionMetrics.Accuracy(counts, Confidence).Value!.Value, 6e-6);
    }

    // fairlearn, test/unit/metrics/test_base_metrics.py: labels -1 and 1, then with -1 as the positive one, then the rate of false negatives.
    [Fact]
    public void Counts_OfFairlearn_GiveItsErrorRates()
    {
        Assert.Equal(0.5, ConfusionMetrics.FalsePositiveRate(new BinaryCounts(1, 2, 2, 2), Confidence).Value);
        Assert.Equal(2.0 / 3.0, ConfusionMetrics.FalsePositiveRate(new BinaryCounts(2, 2, 1, 2), Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.75, ConfusionMetrics.FalseNegativeRate(new BinaryCounts(1, 1, 1, 3), Confidence).Value);
    }

    // SageMaker's developer guide, model-monitor-model-quality-metrics: always predicting the positive class, one of four.
    [Fact]
    public void Counts_OfAConstantClassifier_AreTheGuides()
    {
        BinaryCounts counts = new(1, 3, 0, 0);

        Assert.Equal(0.29411764705882354, ConfusionMetrics.F(counts, 0.5, Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.4, ConfusionMetrics.F(counts, 1.0, Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.625, ConfusionMetrics.F(counts, 2.0, Confidence).Value!.Value, 1e-12);
        Assert.Equal((0.25, 1.0, 0.25), (
            ConfusionMetrics.Precision(counts, Confidence).Value, ConfusionMetrics.Recall(counts, Confidence).Value, ConfusionMetrics.Accuracy(counts, Confidence).Value));
    }

    // The same page, multiclass.
    [Theory]
    [InlineData(Compatibility.SageMaker)]
    [InlineData(Compatibility.Corrected)]
    public void Classes_OfTheGuide_GiveItsWeightedMetrics(Compatibility compatibility)
    {
        QualityOptions options = new()
        {
            Problem = ProblemType.MulticlassClassification, GroundTruthAttribute = "y", InferenceAttribute = "h", Compatibility = compatibility,
        };
        QualityState state = new(new());
        int[,] cells = { { 1180, 510 }, { 268, 138 } };
        for (int i = 0; i < 4; i++)
        {
            for (int n = 0; n < cells[i / 2, i % 2]; n++)
            {
                state.Classes.Add($"{i / 2}", $"{i % 2}");
            }
        }

        QualityStatisticsDocument statistics = QualityStatisticsBuilder.Build(state, options);

        Assert.Equal(0.6288167938931297, statistics.Find("accuracy")!.Value!.Value, 1e-9);
        Assert.Equal(0.6288167938931297, statistics.Find("weighted_recall")!.Value!.Value, 1e-9);
        Assert.Equal(0.6983172269629505, statistics.Find("weighted_precision")!.Value!.Value, 1e-9);
        Assert.Equal(0.6803947317178771, statistics.Find("weighted_f0_5")!.Value!.Value, 1e-9);
        Assert.Equal(0.6571162346664904, statistics.Find("weighted_f1")!.Value!.Value, 1e-9);
        Assert.Equal(0.6384024354394601, statistics.Find("weighted_f2")!.Value!.Value, 1e-9);
        Assert.Equal(1690.0 / 2096.0, statistics.Find("accuracy_best_constant_classifier")!.Value!.Value, 1e-12);
    }

    // scikit-learn's documentation: roc_auc_score, log_loss; ties by counting pairs.
    [Fact]
    public void Scores_OfScikitLearnsDocumentation_GiveItsValues()
    {
        Assert.Equal(0.75, new RankingCurves(Of([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).Scores).Area(Confidence).Value!.Value, 1e-12);
        Assert.Equal(2.0 / 3.0, new RankingCurves(Of([0, 1, 0, 1, 1, 0], [0.5, 0.5, 0.2, 0.9, 0.5, 0.7]).Scores).Area(Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.21616187468057912, Of([1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65]).LogLosses.Mean(Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.0375, Of([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]).SquaredErrors.Mean(Confidence).Value!.Value, 1e-12);
    }

    // scikit-learn's documentation of fbeta_score.
    [Fact]
    public void Averages_OfScikitLearnsDocumentation_GiveItsValues()
    {
        ClassCounts counts = new();
        int[] actual = [0, 1, 2, 0, 1, 2];
        int[] predicted = [0, 2, 1, 0, 0, 1];
        for (int i = 0; i < actual.Length; i++)
        {
            counts.Add($"{actual[i]}", $"{predicted[i]}");
        }

        ConfusionMatrix matrix = counts.ToMatrix();
        Assert.Equal(0.23809523809523805, ClassAverages.Macro(matrix, ClassScore.F(0.5), Confidence).Value!.Value, 1e-12);
        Assert.Equal(0.23809523809523805, ClassAverages.Weighted(matrix, ClassScore.F(0.5), Confidence).Value!.Value, 1e-12);
        Assert.Equal(1.0 / 3.0, ClassAverages.Accuracy(matrix, Confidence).Value!.Value, 1e-12);
    }

    private static BinaryState Of(int[] labels, double[] scores)
    {
        BinaryState state = BinaryState.CreateEmpty();
        for (int i = 0; i < labels.Length; i++)
        {
            state.Add(scores[i] > 0.5, labels[i] == 1, scores[i]);
        }

        return state;
    }
}
