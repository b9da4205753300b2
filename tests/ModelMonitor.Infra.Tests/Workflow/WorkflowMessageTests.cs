using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Workflow;

/// <summary>What states hand on is what the contracts say.</summary>
[Collection(SynthesisCollection.Name)]
public sealed partial class WorkflowMessageTests(Deployments deployments)
{
    private static readonly string[] WindowFailureStates = ["Run failed: record", "Run failed: dead letter"];
    private static readonly string[] ExecutionFailureStates = ["Execution failed: record", "Execution failed: dead letter"];

    private readonly WorkflowDefinition _workflow = new(deployments.Plain.Template);

    [Fact]
    public void FailuresOfWindows_AsRecordedAndSent_HaveAllFieldsOfRunFailure() => Assert.All(
        WindowFailureStates,
        state => Assert.Equal(FieldsOf(WorkflowJsonContext.Default.RunFailure).Order(), FieldsOfMessage(state).Order()));

    [Fact]
    public void FailuresWithoutAWindow_AsRecordedAndSent_LackOnlyTheRun() => Assert.All(
        ExecutionFailureStates,
        state => Assert.Equal(FieldsOf(WorkflowJsonContext.Default.RunFailure).Except(["run"]).Order(), FieldsOfMessage(state).Order()));

    [Fact]
    public void PathsIntoAWindow_AllOfThem_AreFieldsOfPlannedRun()
    {
        string[] paths = [.. RunField().Matches(_workflow.Root.ToJsonString()).Select(match => match.Groups[1].Value).Distinct()];

        Assert.Contains("shardsKey", paths);
        Assert.Contains("maxConcurrency", paths);
        Assert.Contains("status", paths);
        Assert.Subset(FieldsOf(WorkflowJsonContext.Default.PlannedRun).ToHashSet(), paths.ToHashSet());
    }

    [Fact]
    public void Statuses_AllOfThem_HaveAWay()
    {
        JsonObject choice = _workflow.States["What is to be done?"];
        Dictionary<string, string> ways = choice["Choices"]!.AsArray().ToDictionary(
            way => way!["StringEquals"]!.GetValue<string>(), way => way!["Next"]!.GetValue<string>());

        Assert.Equal("Shards", ways[PlanStatus.Planned]);
        Assert.Equal("EvaluateRun", ways[PlanStatus.NoData]);
        Assert.Equal("Window done", ways[PlanStatus.AlreadyDone]);
        Assert.Equal(3, ways.Count);
    }

    [Fact]
    public void Shards_AreReadFromThePlanAndLeaveNothingInTheExecution()
    {
        JsonObject shards = _workflow.States["Shards"];

        Assert.Equal("EXPRESS", shards["ItemProcessor"]!["ProcessorConfig"]!["ExecutionType"]!.GetValue<string>());
        Assert.EndsWith("s3:getObject", shards["ItemReader"]!["Resource"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("JSON", shards["ItemReader"]!["ReaderConfig"]!["InputType"]!.GetValue<string>());
        Assert.Equal("$.run.shardsKey", shards["ItemReader"]!["Parameters"]!["Key.$"]!.GetValue<string>());
        Assert.Equal("$.run.maxConcurrency", shards["MaxConcurrencyPath"]!.GetValue<string>());
        Assert.Null(shards["ToleratedFailurePercentage"]);
        Assert.Null(shards["ToleratedFailureCount"]);
        Assert.True(shards.ContainsKey("ResultPath") && shards["ResultPath"] is null);
        Assert.Empty(_workflow.States["ProfileShard"]["ResultSelector"]!.AsObject());
        Assert.Equal("$", _workflow.States["ProfileShard"]["Parameters"]!["Payload.$"]!.GetValue<string>());
    }

    [Fact]
    public void Shards_HaveTimeForTheirFunctionWithinAnExpressExecution()
    {
        TemplateResource function = deployments.Plain.Template.OfType("AWS::Lambda::Function")
            .Single(function => function.TextAt("Handler") == HandlerNames.ProfileShard);

        Assert.InRange(function.At("Timeout")!.GetValue<int>(), 60, (5 * 60) - 15);
    }

    private static IEnumerable<string> FieldsOf<T>(JsonTypeInfo<T> type) => type.Properties.Select(property => property.Name);

    private IEnumerable<string> FieldsOfMessage(string state)
    {
        JsonNode parameters = _workflow.States[state]["Parameters"]!;
        JsonObject message = (parameters["Payload"] ?? parameters["MessageBody"])!.AsObject();
        return message.Select(field => field.Key[..^".$".Length]);
    }

    [GeneratedRegex(@"\$\.run\.([A-Za-z]+)")]
    private static partial Regex RunField();
}
