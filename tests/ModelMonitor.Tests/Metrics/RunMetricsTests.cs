using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Metrics;
using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Metrics;

public sealed class RunMetricsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly RunFigures Run = new() { Monitor = "churn", Kind = "data-quality", WindowEnd = Noon, HasFailed = false };

    [Fact]
    public void Of_CompletedRun_HasEveryMetricOfRuns()
    {
        MetricGroup group = RunMetrics.Of(Run with
        {
            HasNoData = false,
            Violations = 2,
            DriftedShare = 0.25,
            LabelledShare = 0.8,
            Rows = 600,
            UnreadableRows = 1,
            RunSeconds = 2.5,
            CaptureLagSeconds = 30,
            LateObjects = 0,
            CostUsd = 0.0001,
        });

        Assert.Equal("ModelMonitor", group.Namespace);
        Assert.Equal(Noon, group.Timestamp);
        Assert.Equal([new MetricDimension("Monitor", "churn"), new MetricDimension("Kind", "data-quality")], group.Dimensions);
        Assert.Equal(MetricNames.OfRuns.Except([MetricNames.PublicationFailures]).Order(), group.Metrics.Select(metric => metric.Name).Order());
        Assert.Equal(
            [1, 0, 0, 2, 0.25, 0.8, 600, 1, 2.5, 30, 0, 0.0001],
            group.Metrics.Select(metric => metric.Value));
    }

    [Fact]
    public void Of_WindowWithoutData_SaysSoAndLeavesOutWhatNobodyKnows() => Assert.Equal(
        [("run_completed", 1.0), ("run_failed", 0.0), ("no_data", 1.0), ("rows", 0.0)],
        RunMetrics.Of(Run with { HasNoData = true, Rows = 0 }).Metrics.Select(metric => (metric.Name, metric.Value)));

    [Fact]
    public void Of_FailedRun_SaysThatItFailed() => Assert.Equal(
        [("run_completed", 0.0), ("run_failed", 1.0), ("run_seconds", 12.0)],
        RunMetrics.Of(Run with { HasFailed = true, RunSeconds = 12 }).Metrics.Select(metric => (metric.Name, metric.Value)));

    [Fact]
    public void Of_ContributionOfAnEndpoint_HasSageMakersDimensions()
    {
        MetricGroup group = Assert.Single(RunMetrics.Of([Contribution], "churn", "churn-xgboost", Noon));

        Assert.Equal("of/endpoints", group.Namespace);
        Assert.Equal(
            [new MetricDimension("Endpoint", "churn-xgboost"), new MetricDimension("MonitoringSchedule", "churn"), new MetricDimension("Facet", "Sex")],
            group.Dimensions);
    }

    [Fact]
    public void Of_ContributionOfBatchTransforms_HasNoEndpoint()
    {
        MetricGroup group = Assert.Single(RunMetrics.Of([Contribution], "churn", endpoint: null, Noon));

        Assert.Equal("of/batches", group.Namespace);
        Assert.Equal([new MetricDimension("MonitoringSchedule", "churn"), new MetricDimension("Facet", "Sex")], group.Dimensions);
    }

    [Theory]
    [InlineData(RunOutcome.Completed, 9)]
    [InlineData(RunOutcome.CompletedWithViolations, 9)]
    [InlineData(RunOutcome.NoData, 8)]
    [InlineData(RunOutcome.Failed, 3)]
    public void Of_Record_HasTheMetricsOfItsOutcome(RunOutcome outcome, int expected)
    {
        RunRecord record = Record(outcome);

        MetricGroup[] groups = [.. RunMetrics.Of(record, [Contribution], "churn-xgboost")];

        Assert.Equal([expected, 1], groups.Select(group => group.Metrics.Count));
        Assert.All(groups, group => Assert.Equal(Noon, group.Timestamp));
        Assert.Equal(outcome == RunOutcome.Failed ? 1.0 : 0.0, groups[0].Metrics.Single(metric => metric.Name == "run_failed").Value);
    }

    [Fact]
    public void Of_RecordOfAllEvents_HasNoTimeAndSoNoMetric() =>
        Assert.Empty(RunMetrics.Of(Record(RunOutcome.Completed) with { Window = null }, [Contribution], "churn-xgboost"));

    private static RunRecord Record(RunOutcome outcome) => new()
    {
        Monitor = "churn",
        Kind = "data-quality",
        Window = new TimeWindow(Noon.AddHours(-1), Noon),
        Outcome = outcome,
        Message = "",
        Fingerprint = "",
        InputFingerprint = "",
        EngineVersion = "1.0.0",
        CostUsd = 0.001,
    };

    private static KindMetrics Contribution { get; } =
        new("of/endpoints", "of/batches", [Metric.Of("a", 1)]) { Dimensions = [new MetricDimension("Facet", "Sex")] };
}
