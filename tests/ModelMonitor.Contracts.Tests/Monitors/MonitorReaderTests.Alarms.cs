using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

/// <summary>Alarms, and whom they tell.</summary>
public sealed partial class MonitorReaderTests
{
    [Theory]
    [InlineData("hourly", 168)]
    [InlineData("daily", 7)]
    [InlineData("cron(0/5 * ? * * *)", 288)]
    [InlineData("cron(0 0 ? * MON *)", 1)]
    [InlineData("cron(0 0 1 * ? *)", 1)]
    public void Read_PeriodsOfAlarm_AreBoundedByWhatCloudWatchLooksBackOn(string schedule, int most)
    {
        string alarm = $$""" "schedule": "{{schedule}}", "alarms": [{ "metric": "rows", "threshold": 1, "of": {{most}} }] """;

        Assert.Equal(most, Assert.Single(ReadValid(With(alarm)).Alarms).Of);
        string tooMany = alarm.Replace($"{most} }}", $"{most + 1} }}", StringComparison.Ordinal);
        Assert.Equal("$.alarms[0].of", Assert.Single(Read(With(tooMany)).Problems).Path);
    }

    [Fact]
    public void Read_NotifyBySeverity_KeepsThemApart()
    {
        NotifySection notify = ReadValid(With(""" "notify": { "critical": ["arn:aws:sns:eu-west-1:123456789012:pager"] } """)).Notify;

        Assert.Empty(notify.Of(AlarmSeverity.Info));
        Assert.Empty(notify.Of(AlarmSeverity.Warning));
        Assert.Equal(["arn:aws:sns:eu-west-1:123456789012:pager"], notify.Of(AlarmSeverity.Critical));
    }

    [Fact]
    public void Read_AlarmsInAnotherOrder_KeepTheirNames()
    {
        const string Rows = """{ "metric": "rows", "threshold": 1 }""";
        const string Drift = """{ "metric": "feature_baseline_drift_Day Mins", "threshold": 0.1 }""";
        const string Named = """{ "metric": "rows", "threshold": 9, "name": "few-rows" }""";

        string[][] orders = [[Rows, Drift, Named], [Named, Rows, Drift], [Drift, Named, Rows]];

        Assert.All(orders, order => Assert.Equal(
            [("feature-baseline-drift-day-mins", 0.1), ("few-rows", 9), ("rows", 1)],
            ReadValid(With($""" "alarms": [{string.Join(", ", order)}] """)).Alarms
                .Select(alarm => (alarm.Name, alarm.Threshold!.Value)).OrderBy(alarm => alarm.Name, StringComparer.Ordinal)));
    }

    [Fact]
    public void Read_AnAlarmOnAFeatureWhoseMetricsNobodyPublishes_IsReported()
    {
        MonitorReading reading = MonitorReader.Read(
            """
            { "name": "m", "endpoint": "e", "dataQuality": { "emitMetrics": false },
              "alarms": [{ "metric": "rows", "threshold": 1 }, { "metric": "feature_data_x", "threshold": 1 }] }
            """u8);

        MonitorProblem problem = Assert.Single(reading.Problems);
        Assert.Equal("$.alarms[1].metric", problem.Path);
        Assert.Contains("dataQuality.emitMetrics is false", problem.Message, StringComparison.Ordinal);
    }
}
