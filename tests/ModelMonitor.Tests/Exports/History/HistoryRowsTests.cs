using ModelMonitor.Contracts.History;
using ModelMonitor.Exports.History;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Tests.Exports.History;

public sealed class HistoryRowsTests
{
    [Fact]
    public void Rows_OfARunWithViolations_HaveItsMetricsAndThoseOfItsFeatures()
    {
        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(SampleReport.Of(), "other");

        Assert.Equal(
            [
                (null, "no_data", 0), (null, "violations", 2), (null, "rows", 1234), (null, "unreadable_rows", 0), (null, "run_seconds", 1.25),
                (null, "capture_lag_seconds", 0.5), (null, "late_objects", 0),
                ("age", "feature_baseline_drift", 0.25), ("age", "feature_non_null", 1), ("age", "feature_violations", 1),
                ("age", "feature_mean", 41.5), ("age", "feature_std_dev", 7.25), ("age", "feature_minimum", -3), ("age", "feature_maximum", 99),
                ("plan", "feature_non_null", 0.5), ("plan", "feature_violations", 1),
            ],
            rows.Select(row => (row.Feature, row.Metric, row.Value)));
        Assert.All(rows, row => Assert.Equal(
            ("churn", "2026-11-22", "data-quality", "churn-xgboost", "AllTraffic", "20261101T000000Z-0123abcd", "0.1.0", "CompletedWithViolations"),
            (row.Monitor, row.Date, row.Kind, row.Endpoint, row.Variant, row.BaselineVersion, row.EngineVersion, row.Outcome)));
        Assert.All(rows, row => Assert.Equal((SampleReport.Ten, SampleReport.Ten.AddHours(1)), (row.WindowStart, row.WindowEnd)));
        Assert.Equal(
            [(null, "violations"), ("age", "feature_baseline_drift"), ("age", "feature_violations"), ("plan", "feature_non_null"), ("plan", "feature_violations")],
            rows.Where(row => row.Violated == true).Select(row => (row.Feature, row.Metric)));
        Assert.Equal(0.1, Assert.Single(rows, row => row.Threshold is not null).Threshold);
    }

    [Fact]
    public void Rows_UseNoMetricBesidesThoseListed()
    {
        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(SampleReport.Of(), "other");

        Assert.All(rows, row => Assert.Contains(row.Metric, row.Feature is null ? HistoryMetrics.OfRuns : HistoryMetrics.OfFeatures));
        Assert.Equal(HistoryMetrics.OfFeatures.Order(), rows.Where(row => row.Feature is not null).Select(row => row.Metric).Distinct().Order());
    }

    [Fact]
    public void Rows_OfAWindowWithoutData_SaySo()
    {
        StoredReport report = SampleReport.Of();
        RunRecord record = report.Record with { Outcome = RunOutcome.NoData, Rows = 0, Violations = 0, Features = [], CaptureLagSeconds = null };

        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(new StoredReport(record, null, []), "other");

        Assert.Equal(1, Assert.Single(rows, row => row.Metric == "no_data").Value);
        Assert.DoesNotContain(rows, row => row.Metric == "violations");
    }

    [Fact]
    public void Rows_OfARecordWithoutEndpoint_HaveThatOfItsKey()
    {
        StoredReport report = SampleReport.Of();

        IReadOnlyList<HistoryRow> rows = HistoryRows.Of(report with { Record = report.Record with { Endpoint = null, Variant = null } }, "of-the-key");

        Assert.All(rows, row => Assert.Equal(("of-the-key", null), (row.Endpoint, row.Variant)));
    }

    [Fact]
    public void Rows_OfAFailedRunOrOneWithoutWindow_AreNone()
    {
        StoredReport report = SampleReport.Of();

        Assert.Empty(HistoryRows.Of(report with { Record = report.Record with { Outcome = RunOutcome.Failed } }, "e"));
        Assert.Empty(HistoryRows.Of(report with { Record = report.Record with { Window = null } }, "e"));
    }
}
