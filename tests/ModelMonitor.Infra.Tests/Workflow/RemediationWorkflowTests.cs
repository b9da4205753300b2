using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Workflow;

[Collection(SynthesisCollection.Name)]
public sealed class RemediationWorkflowTests(Deployments deployments)
{
    private readonly WorkflowDefinition _workflow = new(deployments.Remediating.Template, "Remediation");

    [Fact]
    public void Tasks_AllOfThem_EndInTimeAndAreTriedAgain()
    {
        Assert.Equal(10, _workflow.OfType("Task").Count());
        Assert.All(_workflow.OfType("Task"), task =>
        {
            Assert.NotNull(task.Value["TimeoutSeconds"]);
            Assert.NotEmpty(JsonText.List(task.Value["Retry"]));
        });
    }

    /// <summary>What failed for want of a function is redriven from where it failed: a catch would hide the place.</summary>
    [Fact]
    public void Failures_OfAFunction_AreLeftToARedrive() => Assert.Equal(
        ["Send event", "Start pipeline", "Start state machine", "Tell a topic", "Tell the deployment's topic"],
        _workflow.States.Where(state => state.Value["Catch"] is not null).Select(state => state.Key).Order(StringComparer.Ordinal));

    /// <summary>A topic that is gone must not end the waiting for a retraining that runs.</summary>
    [Fact]
    public void Topic_ThatCannotBeTold_IsRememberedAndTheRetrainingFollowed()
    {
        JsonNode caught = _workflow.States["Tell the deployment's topic"]["Catch"]![0]!;
        Assert.Equal("$.untold", caught["ResultPath"]!.GetValue<string>());
        Assert.Equal("Tell the monitor's topics", caught["Next"]!.GetValue<string>());

        JsonObject choice = _workflow.States["Were the monitor's topics told?"];
        Assert.Equal("Is there an end to wait for?", choice["Default"]!.GetValue<string>());
        Assert.Equal("$.topics.failed", choice["Choices"]![0]!["Variable"]!.GetValue<string>());
        JsonObject remember = _workflow.States[choice["Choices"]![0]!["Next"]!.GetValue<string>()];
        Assert.Equal("$.untold", remember["ResultPath"]!.GetValue<string>());
        Assert.Equal("Is there an end to wait for?", remember["Next"]!.GetValue<string>());
    }

    [Fact]
    public void Topic_ThatCannotBeTold_KeepsNoOtherFromBeingTold()
    {
        string caught = _workflow.States["Tell a topic"]["Catch"]![0]!["Next"]!.GetValue<string>();

        Assert.Equal("Pass", WorkflowDefinition.TypeOf(_workflow.States[caught]));
        Assert.True(_workflow.States[caught]["End"]!.GetValue<bool>());
        Assert.Contains(
            $"'{_workflow.States[caught]["Result"]!.GetValue<string>()}'",
            _workflow.States["Tell the monitor's topics"]["ResultSelector"]!["failed.$"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Execution_ThatCouldNotTellATopic_EndsAsFailed()
    {
        JsonObject end = _workflow.States[_workflow.States["Is there an end to wait for?"]["Default"]!.GetValue<string>()];

        Assert.Equal("$.untold", end["Choices"]![0]!["Variable"]!.GetValue<string>());
        Assert.Equal("Fail", WorkflowDefinition.TypeOf(_workflow.States[end["Choices"]![0]!["Next"]!.GetValue<string>()]));
        Assert.Equal("Succeed", WorkflowDefinition.TypeOf(_workflow.States[end["Default"]!.GetValue<string>()]));
    }

    [Fact]
    public void Actions_AllOfThem_HaveAWay()
    {
        Dictionary<string, string> ways = _workflow.States["What is to be started?"]["Choices"]!.AsArray().ToDictionary(
            way => way!["StringEquals"]!.GetValue<string>(), way => way!["Next"]!.GetValue<string>());

        Assert.Equal("Start pipeline", ways[RemediationAction.StartPipeline]);
        Assert.Equal("Start state machine", ways[RemediationAction.StartStateMachine]);
        Assert.Equal("Send event", ways[RemediationAction.PutEvent]);
        Assert.Equal(3, ways.Count);
        Assert.Equal("Is anybody to be told?", _workflow.States["What is to be started?"]["Default"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Start pipeline", "aws-sdk:sagemaker:startPipelineExecution")]
    [InlineData("Start state machine", "states:startExecution")]
    [InlineData("Send event", "events:putEvents")]
    public void Start_IsOfStepFunctionsAndRecordedEitherWay(string state, string integration)
    {
        JsonObject start = _workflow.States[state];

        Assert.EndsWith(":states:::" + integration, start["Resource"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Record the start", start["Next"]!.GetValue<string>());
        Assert.Equal("Is there a cause?", start["Catch"]![0]!["Next"]!.GetValue<string>());
        Assert.Equal("$.failure", start["Catch"]![0]!["ResultPath"]!.GetValue<string>());
    }

    [Fact]
    public void Token_OfTheDecision_MakesAStartOneHoweverOftenItIsTried()
    {
        Assert.Equal("$.step.answer.token", _workflow.States["Start pipeline"]["Parameters"]!["ClientRequestToken.$"]!.GetValue<string>());
        Assert.Equal("$.step.answer.token", _workflow.States["Start state machine"]["Parameters"]!["Name.$"]!.GetValue<string>());
    }

    [Fact]
    public void Requests_OfTheFunctions_HaveTheFieldsOfTheContracts()
    {
        string[] always = ["step", "execution", "runbook", "pages"];
        Assert.Equal(Fields(WorkflowJsonContext.Default.RemediateRequest), FieldsOf("Remediate"));
        Assert.Equal(always.Concat(["monitor", "recordKey", "started"]).Order(), FieldsOf("Record the start"));
        Assert.Equal(always.Concat(["monitor", "recordKey", "error", "cause"]).Order(), FieldsOf("Record the failed start"));
        Assert.Equal(always.Concat(["monitor", "recordKey"]).Order(), FieldsOf("Record that the time is up"));
        Assert.Equal(always.Append("event").Order(), FieldsOf("Record the end"));
        Assert.Equal(
            always.Concat(["monitor", "recordKey", "started", "error", "cause", "event"]).Order(),
            Fields(WorkflowJsonContext.Default.RemediationOutcome));
    }

    [Fact]
    public void Paths_IntoAnswers_AreFieldsOfTheContracts()
    {
        const string Start = "$.step.answer.";
        string text = _workflow.Root.ToJsonString();
        HashSet<string> paths = [];
        for (int i = text.IndexOf(Start, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Start, i + 1, StringComparison.Ordinal))
        {
            paths.Add(new string([.. text.Skip(i + Start.Length).TakeWhile(char.IsAsciiLetter)]));
        }

        Assert.Subset(
            Fields(WorkflowJsonContext.Default.RemediationOrder).Concat(Fields(WorkflowJsonContext.Default.RemediationProgress)).ToHashSet(), paths);
        Assert.Contains("waitSeconds", paths);
    }

    [Fact]
    public void Notices_GoToTheDeploymentsTopicAndTheMonitors()
    {
        Assert.EndsWith("sns:publish", _workflow.States["Tell the deployment's topic"]["Resource"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(_workflow.States["Tell the deployment's topic"].TryGetPropertyValue("ResultPath", out JsonNode? result) && result is null);
        Assert.Equal("$.step.answer.notice.topics", _workflow.States["Tell the monitor's topics"]["ItemsPath"]!.GetValue<string>());
        Assert.Equal("$.topic", _workflow.States["Tell a topic"]["Parameters"]!["TopicArn.$"]!.GetValue<string>());
    }

    private IEnumerable<string> FieldsOf(string state) =>
        _workflow.States[state]["Parameters"]!["Payload"]!.AsObject().Select(field => field.Key.Replace(".$", "", StringComparison.Ordinal)).Order();

    private static IEnumerable<string> Fields(JsonTypeInfo type) => type.Properties.Select(property => property.Name).Order();
}
