namespace ModelMonitor.Contracts.Tests;

public sealed class ObjectKeysTests
{
    // 01:05 at +02:00 is 23:05 UTC of the day before: every key is in UTC.
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 1, 5, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData(0, 0, "reports/churn-xgboost/churn/2026/11/21/23/")]
    [InlineData(30, 0, "reports/churn-xgboost/churn/2026/11/21/23/30/")]
    [InlineData(0, 5, "reports/churn-xgboost/churn/2026/11/21/23/00-05/")]
    public void ReportFolder_TimeInAnotherZone_IsUtcHourAndMinuteWithinIt(int minute, int second, string expected)
    {
        DateTimeOffset scheduled = new(2026, 11, 22, 1, minute, second, TimeSpan.FromHours(2));

        Assert.Equal(expected, ObjectKeys.ReportFolder("churn-xgboost", "churn", scheduled));
    }

    [Fact]
    public void RunFolder_TimeInAnotherZone_IsUtc() => Assert.Equal("runs/churn/20261121T230500Z/", ObjectKeys.RunFolder("churn", Time));

    [Fact]
    public void Remediation_TimeInAnotherZone_IsUtcToTheMillisecond() =>
        Assert.Equal("remediations/churn/20261121T230500.042Z-0a1b2c3d.json", ObjectKeys.Remediation("churn", Time.AddMilliseconds(42), "0a1b2c3d"));

    [Fact]
    public void RemediationHistory_Monitor_SortsBehindItsRecords() => Assert.True(
        string.CompareOrdinal(ObjectKeys.RemediationHistory("churn"), ObjectKeys.Remediation("churn", DateTimeOffset.MaxValue, "f")) > 0);

    [Fact]
    public void StatesOf_Variant_IsSharedByMonitors() =>
        Assert.Equal("states/churn-xgboost/AllTraffic/", ObjectKeys.StatesOf("churn-xgboost", "AllTraffic"));

    [Fact]
    public void CurrentBaseline_Monitor_IsBesideItsVersions() =>
        Assert.Equal("baselines/churn/current.json", ObjectKeys.CurrentBaseline("churn"));

    [Fact]
    public void BaselineFolder_Version_IsInMonitorsFolder() =>
        Assert.Equal("baselines/churn/7/", ObjectKeys.BaselineFolder("churn", "7"));

    [Fact]
    public void HistoryFile_WindowOverMidnight_IsOnTheDayOfItsStart() => Assert.Equal(
        "history/monitor=churn/date=2026-11-21/data-quality-20261121T230500Z-20261122T000500Z.parquet",
        ObjectKeys.HistoryFile("churn", "data-quality", Time, Time.AddHours(1)));

    [Fact]
    public void HistoryOf_Monitor_IsWhatItsFilesBeginWith() =>
        Assert.StartsWith(ObjectKeys.HistoryOf("churn"), ObjectKeys.HistoryFile("churn", "data-quality", Time, Time.AddHours(1)), StringComparison.Ordinal);

    // The layout SageMaker writes: {destination}/{endpoint}/{variant}/yyyy/mm/dd/hh/.
    [Theory]
    [InlineData("", "churn-xgboost/AllTraffic/2026/11/21/23/")]
    [InlineData("capture/", "capture/churn-xgboost/AllTraffic/2026/11/21/23/")]
    public void CaptureHour_Prefix_PrecedesEndpoint(string prefix, string expected) =>
        Assert.Equal(expected, ObjectKeys.CaptureHour(prefix, "churn-xgboost", "AllTraffic", Time));
}
