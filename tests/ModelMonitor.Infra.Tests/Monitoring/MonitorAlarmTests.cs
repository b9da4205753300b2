using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Monitoring;

[Collection(SynthesisCollection.Name)]
public sealed class MonitorAlarmTests(Deployments deployments)
{
    [Theory]
    [InlineData("churn", "3", "3600")]
    [InlineData("churn-daily", "25", "3600")]
    [InlineData("fraud", "74", "3600")]
    public void NoRunCompleted_OfAMonitor_WaitsAsLongAsItsScheduleSays(string monitor, string hours, string period)
    {
        TemplateResource alarm = Alarm(MetricNames.RunCompleted, monitor);

        Assert.Equal(hours, alarm.TextAt("EvaluationPeriods"));
        Assert.Equal(hours, alarm.TextAt("DatapointsToAlarm"));
        Assert.Equal(period, alarm.TextAt("Period"));
        Assert.Equal("breaching", alarm.TextAt("TreatMissingData"));
    }

    [Fact]
    public void RunFailed_OfAMonitor_RingsAtTheFirst()
    {
        TemplateResource alarm = Alarm(MetricNames.RunFailed, "churn");

        Assert.Equal("1", alarm.TextAt("DatapointsToAlarm"));
        Assert.Equal("GreaterThanOrEqualToThreshold", alarm.TextAt("ComparisonOperator"));
        Assert.Equal("1", alarm.TextAt("Threshold"));
        Assert.Equal("notBreaching", alarm.TextAt("TreatMissingData"));
    }

    [Fact]
    public void CapturesStopped_OfAnHourlyMonitor_RingsAfterThreeEmptyWindows()
    {
        TemplateResource alarm = Alarm(MetricNames.NoData, "churn");

        Assert.Equal("3", alarm.TextAt("DatapointsToAlarm"));
        Assert.Equal("Minimum", alarm.TextAt("Statistic"));
        Assert.Contains("each of the last three windows", alarm.TextAt("AlarmDescription"), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnAlarms_AreAsTheMonitorSays()
    {
        TemplateResource drift = deployments.Rich.Template.OfType("AWS::CloudWatch::Alarm")
            .Single(alarm => alarm.TextAt("MetricName") == "feature_baseline_drift_Day Mins");
        TemplateResource rows = Alarm(MetricNames.Rows, "fraud");

        Assert.Equal(MetricNamespaces.EndpointData, drift.TextAt("Namespace"));
        Assert.Equal("0.15", drift.TextAt("Threshold"));
        Assert.Equal(("1", "2"), (drift.TextAt("DatapointsToAlarm"), drift.TextAt("EvaluationPeriods")));
        Assert.Equal("Maximum", drift.TextAt("Statistic"));
        Assert.Equal("Minimum", rows.TextAt("Statistic"));
        Assert.Equal("LessThanThreshold", rows.TextAt("ComparisonOperator"));
        Assert.Equal("breaching", rows.TextAt("TreatMissingData"));
        Assert.Contains("rows was below 100 in 1 of 1 windows", rows.TextAt("AlarmDescription"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alarms_OfAMonitorThatNotifies_NotifyItsTopicsToo()
    {
        Assert.Contains(Deployments.NotifiedTopic, Alarm(MetricNames.Violations, "fraud").TextAt("AlarmActions"), StringComparison.Ordinal);
        Assert.DoesNotContain(Deployments.NotifiedTopic, Alarm(MetricNames.Violations, "churn").TextAt("AlarmActions"), StringComparison.Ordinal);
    }

    private TemplateResource Alarm(string metric, string monitor) => deployments.Rich.Template.OfType("AWS::CloudWatch::Alarm").Single(alarm =>
        alarm.TextAt("MetricName") == metric && alarm.TextAt("Dimensions").Contains($"\"Value\":\"{monitor}\"", StringComparison.Ordinal));
}
