using ModelMonitor.Baselines.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Quality;
using ModelMonitor.Quality.Documents;

namespace ModelMonitor.Tests.Baselines;

public sealed class MetricComparerTests
{
    [Theory]
    [InlineData(0.88, 0.91, false)]
    [InlineData(0.80, 0.89, true)]
    public void Compare_AValueBelowItsOldThreshold_BreaksOnlyWithItsWholeInterval(double value, double high, bool isBreaking)
    {
        IReadOnlyList<MetricDifference> differences = MetricComparer.Compare(Baseline(0.9, 0.85, 0.95), Baseline(value, 0.75, high))!;

        MetricDifference difference = Assert.Single(differences);
        Assert.Equal(("auc", true, isBreaking), (difference.Name, difference.IsChanged, difference.IsBreaking));
        Assert.Equal(0.9 - value, difference.Distance, 12);
    }

    [Fact]
    public void Compare_MetricThatNothingIsComparedWith_MayComeAndGo()
    {
        QualityBaseline before = Baseline(0.9, 0.85, 0.95);
        QualityBaseline after = before with
        {
            Statistics = before.Statistics! with { Metrics = [.. before.Statistics!.Metrics, new QualityMetric("log_loss", 0.3)] },
        };

        MetricDifference added = MetricComparer.Compare(before, after)!.Single(difference => difference.Name == "log_loss");

        Assert.Equal((true, false, 0.0), (added.IsChanged, added.IsBreaking, added.Distance));
    }

    private static QualityBaseline Baseline(double value, double low, double high) => new(
        new QualityConstraintsDocument(ProblemType.BinaryClassification, [new("auc", 0.9, ComparisonOperator.LessThanThreshold)]),
        new QualityStatisticsDocument(ProblemType.BinaryClassification, 100, [new QualityMetric("auc", value) { Low = low, High = high }]),
        "");
}
