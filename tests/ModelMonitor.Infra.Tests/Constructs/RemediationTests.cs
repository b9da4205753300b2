using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Monitoring;
using ModelMonitor.Infra.Tests.Rules;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Constructs;

[Collection(SynthesisCollection.Name)]
public sealed class RemediationTests(Deployments deployments)
{
    private static readonly string[] Handlers = [HandlerNames.Remediate, HandlerNames.RecordRemediation];

    /// <summary>The bar: what monitor files name can be started, and nothing else.</summary>
    [Fact]
    public void Role_OfTheStateMachine_MayStartWhatMonitorsNameAndNothingElse()
    {
        Assert.Equal(
            [
                $"events:PutEvents {Of("events", "event-bus/ml-ops")}",
                "lambda:InvokeFunction REFERENCE",
                "lambda:InvokeFunction REFERENCE",
                $"sagemaker:StartPipelineExecution {Of("sagemaker", "pipeline/Fraud-Retrain")}",
                $"sagemaker:StartPipelineExecution {Of("sagemaker", "pipeline/fraud-retrain")}",
                "sns:Publish REFERENCE",
                $"sns:Publish {Deployments.NotifiedTopic}",
                $"sns:Publish {Deployments.PagedTopic}",
                $"states:StartExecution {Deployments.RetrainingMachine}",
            ],
            AllowedBy(deployments.Remediating.Template, "RemediationRole")
                .Where(allowed => !allowed.StartsWith("logs:", StringComparison.Ordinal) && !allowed.StartsWith("xray:", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deployment_WithoutASectionRemediation_CanStartNothing()
    {
        Template template = deployments.Plain.Template;

        Assert.DoesNotContain(template.Resources, resource => resource.Id.StartsWith("Remediation", StringComparison.Ordinal));
        string[] actions = [.. PolicyStatements.Allowing(template).SelectMany(allowed => JsonText.List(allowed.Statement["Action"])).Select(JsonText.Of)];
        Assert.DoesNotContain("sagemaker:StartPipelineExecution", actions);
        Assert.DoesNotContain("events:PutEvents", actions);
        Assert.DoesNotContain("sns:Publish", actions);
    }

    [Theory]
    [InlineData(HandlerNames.Remediate, "reports/churn-xgboost/churn/*,reports/churn-xgboost/churn-daily/*,reports/fraud-detector/fraud/*")]
    [InlineData(HandlerNames.RecordRemediation, "")]
    public void Functions_ReachTheRemediationsOfTheirMonitorsOnly(string function, string reports)
    {
        const string Remediations = "remediations/churn-daily/*,remediations/churn/*,remediations/fraud/*";
        string[] allowed = [.. AllowedBy(deployments.Remediating.Template, $"Remediation{function}Role")];

        Assert.Equal(reports.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(Remediations.Split(',')).Order(), KeysOf("s3:GetObject").Order());
        Assert.Equal(Remediations.Split(',').Order(), KeysOf("s3:PutObject").Order());
        Assert.DoesNotContain(allowed, action => action.StartsWith("s3:Delete", StringComparison.Ordinal));

        IEnumerable<string> KeysOf(string action) => allowed
            .Where(text => text.StartsWith(action + " ", StringComparison.Ordinal)).Select(text => text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void Rules_TakeTheEventsOfThisAccountsAlarmsAndOfWhatIsStarted()
    {
        Dictionary<string, JsonNode> patterns = deployments.Remediating.Template.OfType("AWS::Events::Rule")
            .Where(rule => rule.Id.StartsWith("Remediation", StringComparison.Ordinal))
            .ToDictionary(rule => JsonText.Of(rule.At("EventPattern", "detail-type")!), rule => rule.At("EventPattern")!);

        Assert.All(patterns.Values, pattern => Assert.Equal("""{"Ref":"AWS::AccountId"}""", JsonText.Of(Assert.Single(JsonText.List(pattern["account"])))));
        Assert.All(patterns.Values, pattern => Assert.Equal("""{"Ref":"AWS::Region"}""", JsonText.Of(Assert.Single(JsonText.List(pattern["region"])))));
        Assert.Equal(
            """{"alarmName":[{"prefix":"ModelMonitor/"}],"state":{"value":["ALARM","OK"]}}""",
            JsonText.Of(patterns["""["CloudWatch Alarm State Change"]"""]["detail"]!));
        Assert.Equal(
            [Of("sagemaker", "pipeline/Fraud-Retrain"), Of("sagemaker", "pipeline/fraud-retrain")],
            JsonText.List(patterns["""["SageMaker Model Building Pipeline Execution Status Change"]"""]["detail"]!["pipelineArn"]).Select(JsonText.Joined));
        Assert.Equal(
            [Deployments.RetrainingMachine],
            JsonText.List(patterns["""["Step Functions Execution Status Change"]"""]["detail"]!["stateMachineArn"]).Select(JsonText.Of));
        Assert.Equal(3, patterns.Count);
    }

    [Fact]
    public void Functions_AreThere() => Assert.Subset(
        deployments.Remediating.Template.OfType("AWS::Lambda::Function").Select(function => function.TextAt("Handler")).ToHashSet(),
        Handlers.ToHashSet());

    [Theory]
    [InlineData("ExecutionsFailed")]
    [InlineData("ExecutionsTimedOut")]
    [InlineData("ExecutionsAborted")]
    public void Executions_ThatDoNotEndWell_RingAnAlarm(string metric)
    {
        Template template = deployments.Remediating.Template;
        TemplateResource machine = template.OfType("AWS::StepFunctions::StateMachine")
            .Single(machine => machine.Id.StartsWith("Remediation", StringComparison.Ordinal));

        TemplateResource alarm = Assert.Single(template.OfType("AWS::CloudWatch::Alarm"), alarm =>
            alarm.At("MetricName")?.GetValue<string>() == metric && TemplateResource.Refers(alarm.At("Dimensions"), machine.Id));
        Assert.Equal(RunbookAnchors.Remediation, RunbookLink.AnchorOf(RunbookLink.DescriptionOf(alarm)));
    }

    private static string Of(string service, string resource) =>
        $"arn:REFERENCE:{service}:REFERENCE:REFERENCE:{resource}";

    /// <summary>Each action with each resource that a role is allowed, whatever policy says so.</summary>
    private static IEnumerable<string> AllowedBy(Template template, string roleId)
    {
        TemplateResource role = template.OfType("AWS::IAM::Role").Single(role => role.Id.StartsWith(roleId, StringComparison.Ordinal));
        return from allowed in PolicyStatements.Allowing(template)
               where allowed.Holder.Id == role.Id || TemplateResource.Refers(allowed.Holder.At("Roles"), role.Id)
               from action in JsonText.List(allowed.Statement["Action"]).Select(JsonText.Of)
               from resource in JsonText.List(allowed.Statement["Resource"])
               let text = JsonText.Joined(resource)
               select $"{action} {(text.StartsWith('{') ? "REFERENCE" : text)}";
    }
}
