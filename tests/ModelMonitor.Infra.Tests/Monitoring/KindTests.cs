using ModelMonitor.Infra.Tests.Rules;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Monitoring;

/// <summary>A file with a section of every kind: each makes a monitor with all that monitors have.</summary>
[Collection(SynthesisCollection.Name)]
public sealed class KindTests(Deployments deployments)
{
    private Template Template => deployments.Kinds.Template;

    [Fact]
    public void Rules_OfEachKind_StartItsRun() => Assert.Equal(
        [("churn", "cron(0 * ? * * *)"), ("churn-attribution", "cron(0 * ? * * *)"), ("churn-bias", "cron(0 * ? * * *)"), ("churn-model-quality", "cron(0 0 ? * * *)")],
        Template.OfType("AWS::Events::Rule").Where(ScheduleInput.IsOfMonitor)
            .Select(rule => (ScheduleInput.Of(rule).Monitor, rule.TextAt("ScheduleExpression"))).Order());

    [Theory]
    [InlineData("churn", "data-quality")]
    [InlineData("churn-model-quality", "model-quality")]
    [InlineData("churn-bias", "bias")]
    [InlineData("churn-attribution", "attribution")]
    public void Alarms_OfEachKind_WatchItsOwnRuns(string monitor, string kind)
    {
        string dimensions = $"[{{\"Name\":\"Kind\",\"Value\":\"{kind}\"}},{{\"Name\":\"Monitor\",\"Value\":\"{monitor}\"}}]";

        Assert.Equal(
            ["no_data", "run_completed", "run_failed", "violations"],
            Alarms().Where(alarm => alarm.At("MetricName") is not null && alarm.TextAt("Dimensions") == dimensions)
                .Select(alarm => alarm.TextAt("MetricName")).Where(metric => metric != "labelled_share").Order());
    }

    [Fact]
    public void Alarms_OfModelQuality_WatchSageMakersMetricAndLabels()
    {
        TemplateResource auc = Assert.Single(Alarms(), alarm => alarm.At("MetricName") is not null && alarm.TextAt("MetricName") == "auc");
        TemplateResource[] labels = [.. Alarms().Where(alarm => alarm.At("MetricName") is not null && alarm.TextAt("MetricName") == "labelled_share")];

        Assert.Equal("aws/sagemaker/Endpoints/model-metrics", auc.TextAt("Namespace"));
        Assert.Contains("churn-model-quality", auc.TextAt("Dimensions"), StringComparison.Ordinal);

        // The file's own, and that of missing labels; those of bias may come later than CloudWatch looks back.
        Assert.Equal(["1", "5"], labels.Select(alarm => alarm.TextAt("DatapointsToAlarm")).Order());
        Assert.All(labels, alarm => Assert.Contains("churn-model-quality", alarm.TextAt("Dimensions"), StringComparison.Ordinal));
    }

    [Fact]
    public void Alarms_OfAttributions_WatchTheLeastScore()
    {
        TemplateResource alarm = Assert.Single(Alarms(), alarm => alarm.At("MetricName") is not null && alarm.TextAt("MetricName") == "ndcg");

        Assert.Equal("ModelMonitor", alarm.TextAt("Namespace"));
        Assert.Equal(
            "[{\"Name\":\"Endpoint\",\"Value\":\"churn-xgboost\"},{\"Name\":\"MonitoringSchedule\",\"Value\":\"churn-attribution\"}]", alarm.TextAt("Dimensions"));
        Assert.Equal("Minimum", alarm.TextAt("Statistic"));
    }

    [Fact]
    public void Alarms_OfBias_NameTheFacetsDimensions()
    {
        TemplateResource alarm = Assert.Single(Alarms(), alarm => alarm.At("MetricName") is not null && alarm.TextAt("MetricName") == "bias_metric_DI");

        Assert.Equal("aws/sagemaker/Endpoints/bias-metrics", alarm.TextAt("Namespace"));
        foreach (string dimension in (string[])["BiasStage\",\"Value\":\"Post-Training", "Label\",\"Value\":\"Target", "FacetValue\",\"Value\":\"0"])
        {
            Assert.Contains(dimension, alarm.TextAt("Dimensions"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Roles_OfPlanRunAndProfileShard_ReadLabelsOfAnotherBucketAndOfTheCaptures()
    {
        string[] policies = [.. Template.OfType("AWS::IAM::Policy").Select(policy => policy.TextAt("PolicyDocument"))];

        Assert.Equal(2, policies.Count(policy => policy.Contains("labels-of-another-team/churn/*", StringComparison.Ordinal)));
        Assert.Equal(2, policies.Count(policy => policy.Contains("/labels/churn/*", StringComparison.Ordinal)));
        Assert.Equal(1, policies.Count(policy => policy.Contains("/merge/churn-xgboost/AllTraffic/*", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            deployments.Plain.Template.OfType("AWS::IAM::Policy"), policy => policy.TextAt("PolicyDocument").Contains("merge/", StringComparison.Ordinal));
    }

    private IEnumerable<TemplateResource> Alarms() => Template.OfType("AWS::CloudWatch::Alarm");
}
