using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Configuration;
using ModelMonitor.Infra.Tests.Rules;
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
        Assert.Contains("each of the last three windows", RunbookLink.DescriptionOf(alarm), StringComparison.Ordinal);
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
        Assert.Contains("rows was below 100 in 1 of 1 windows", RunbookLink.DescriptionOf(rows), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnAlarm_OfAnAnomaly_ComparesTheMetricWithItsBand()
    {
        TemplateResource alarm = Named("ModelMonitor/fraud/unusual-cost");
        JsonNode[] metrics = [.. JsonText.List(alarm.At("Metrics"))];

        Assert.Equal("band", alarm.TextAt("ThresholdMetricId"));
        Assert.Null(alarm.At("Threshold"));
        Assert.Equal("GreaterThanUpperThreshold", alarm.TextAt("ComparisonOperator"));
        Assert.Equal(("band", "ANOMALY_DETECTION_BAND(value, 2.5)"), (metrics[0]["Id"]!.GetValue<string>(), metrics[0]["Expression"]!.GetValue<string>()));
        Assert.Equal(("value", "cost_usd"), (metrics[1]["Id"]!.GetValue<string>(), metrics[1]["MetricStat"]!["Metric"]!["MetricName"]!.GetValue<string>()));
        Assert.True(metrics[1]["ReturnData"]!.GetValue<bool>());
        Assert.Equal(2, metrics.Length);
        Assert.Contains("cost_usd was above what its past lets expect, give or take 2.5 standard deviations, in 1 of 1 windows", RunbookLink.DescriptionOf(alarm), StringComparison.Ordinal);
    }

    [Fact]
    public void Alarms_OfMonitors_HaveNamesThatTellMonitorAndAlarm()
    {
        Assert.Equal(
            [
                "ModelMonitor/churn/CapturesStopped", "ModelMonitor/churn/NoRunCompleted", "ModelMonitor/churn/RunFailed",
                "ModelMonitor/churn/UnreadableRows", "ModelMonitor/churn/Violations", "ModelMonitor/churn/Warning",
            ],
            NamesOf(deployments.Plain.Template));
        Assert.Subset(
            NamesOf(deployments.Rich.Template).ToHashSet(),
            new HashSet<string>
            {
                "ModelMonitor/fraud/Critical", "ModelMonitor/fraud/Warning", "ModelMonitor/fraud/rows", "ModelMonitor/fraud/unusual-cost",
                "ModelMonitor/fraud/feature-baseline-drift-day-mins",
            });
    }

    [Fact]
    public void Alarms_OfOneSeverity_RingOnceAndAreTheReasons()
    {
        TemplateResource composite = Named("ModelMonitor/churn/Warning");
        string[] children = ["CapturesStopped", "RunFailed", "UnreadableRows", "Violations"];

        Assert.All(children, child =>
        {
            TemplateResource alarm = Named($"ModelMonitor/churn/{child}");
            Assert.Null(alarm.At("AlarmActions"));
            Assert.True(TemplateResource.Refers(composite.At("AlarmRule"), alarm.Id));
        });
        Assert.Equal("(ALARM(\"REFERENCE\") OR ALARM(\"REFERENCE\") OR ALARM(\"REFERENCE\") OR ALARM(\"REFERENCE\"))", JsonText.Joined(composite.At("AlarmRule")!));
        Assert.NotNull(composite.At("AlarmActions"));
    }

    [Fact]
    public void Alarm_AloneInItsSeverity_RingsItself()
    {
        Assert.NotNull(Named("ModelMonitor/churn/NoRunCompleted").At("AlarmActions"));
        Assert.DoesNotContain("ModelMonitor/churn/Critical", NamesOf(deployments.Rich.Template));
    }

    [Fact]
    public void Alarms_OfAMonitorThatNotifiesBySeverity_NotifyTheTopicsOfTheirs()
    {
        (string Alarm, bool Notified, bool Paged)[] expected =
        [
            ("fraud/Critical", true, true), ("fraud/Warning", true, false), ("fraud/unusual-cost", false, false),
            ("churn/Warning", false, false), ("churn/NoRunCompleted", false, false),
        ];

        Assert.All(expected, alarm =>
        {
            string actions = Named($"ModelMonitor/{alarm.Alarm}").TextAt("AlarmActions");
            Assert.Equal(alarm.Notified, actions.Contains(Deployments.NotifiedTopic, StringComparison.Ordinal));
            Assert.Equal(alarm.Paged, actions.Contains(Deployments.PagedTopic, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Descriptions_OfMonitorsAlarms_SayCausesAndLinkToThePage() => Assert.All(
        deployments.Site.Template.OfType("AWS::CloudWatch::Alarm").Where(alarm => alarm.At("AlarmName") is not null).Select(RunbookLink.DescriptionOf),
        description =>
        {
            Assert.Contains(" Usual causes: ", description, StringComparison.Ordinal);
            Assert.Contains(". Report: https://models.example.com/monitors/churn/index.html What to do: https://", description, StringComparison.Ordinal);
        });

    [Fact]
    public void Composites_OfManyAlarms_AreCutWhereTheirRuleWouldBeTooLong()
    {
        AlarmSettings[] alarms = [.. Enumerable.Range(1, 60).Select(i => new AlarmSettings($"feature_baseline_drift_x{i}", 0.1))];
        using Deployment deployment = new(
            new DeploymentSettings(),
            new MonitorDefinition
            {
                Name = "m",
                Endpoint = "e",
                DataQuality = new DataQualitySection(true, new Dictionary<string, FeatureSettings>(StringComparer.Ordinal)),
                Alarms = alarms,
            });

        TemplateResource[] composites = [.. deployment.Template.OfType("AWS::CloudWatch::CompositeAlarm")];

        Assert.Equal(["ModelMonitor/m/Warning", "ModelMonitor/m/Warning2", "ModelMonitor/m/Warning3"], composites.Select(composite => composite.TextAt("AlarmName")));
        Assert.Equal(64, composites.Sum(composite => JsonText.Of(composite.At("AlarmRule")!).Split("GetAtt").Length - 1));
    }

    private static string[] NamesOf(Template template) =>
    [
        .. template.Resources.Select(resource => resource.TextAt("AlarmName")).Where(name => name.Length > 0).Order(StringComparer.Ordinal),
    ];

    private TemplateResource Named(string name) =>
        deployments.Rich.Template.Resources.Single(resource => string.Equals(resource.TextAt("AlarmName"), name, StringComparison.Ordinal));

    private TemplateResource Alarm(string metric, string monitor) => deployments.Rich.Template.OfType("AWS::CloudWatch::Alarm").Single(alarm =>
        alarm.TextAt("MetricName") == metric && alarm.TextAt("Dimensions").Contains($"\"Value\":\"{monitor}\"", StringComparison.Ordinal));
}
