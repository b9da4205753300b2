using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Workflow;

[Collection(SynthesisCollection.Name)]
public sealed class WorkflowFailureTests(Deployments deployments)
{
    private const string ShardMap = "Shards";

    private readonly WorkflowDefinition _workflow = new(deployments.Plain.Template);

    [Fact]
    public void States_ThatCanFail_CatchEverything()
    {
        // What fails within the map of shards is the map's failure, and the map catches it.
        KeyValuePair<string, JsonObject>[] fallible =
        [
            .. _workflow.OfType("Task").Concat(_workflow.OfType("Map")).Where(state => _workflow.MapOf(state.Key) != ShardMap),
        ];

        Assert.NotEmpty(fallible);
        Assert.All(fallible, state => Assert.Equal(
            ["States.ALL"], JsonText.List(state.Value["Catch"]).SelectMany(way => JsonText.List(way["ErrorEquals"])).Select(JsonText.Of)));
    }

    [Theory]
    [InlineData("PlanRun", "Failed")]
    [InlineData("Windows", "Failed")]
    [InlineData("Shards", "Window failed")]
    [InlineData("EvaluateRun", "Window failed")]
    [InlineData("Unknown status", "Window failed")]
    public void Failure_OfAState_IsRecordedThenADeadLetterThenFails(string state, string end)
    {
        JsonObject failing = _workflow.States[state];
        string first = failing["Catch"] is { } caught ? caught[0]!["Next"]!.GetValue<string>() : failing["Next"]!.GetValue<string>();

        IReadOnlyList<string>[] ways = [.. _workflow.WaysFrom(first)];

        Assert.NotEmpty(ways);
        Assert.All(ways, way =>
        {
            int recorded = IndexOfTask(way, "lambda:invoke");
            int sent = IndexOfTask(way, "sqs:sendMessage");
            Assert.True(recorded >= 0 && recorded < sent, string.Join(" > ", way));
            Assert.Equal(end, way[^1]);
        });
    }

    [Fact]
    public void Execution_WithAFailedWindow_Fails()
    {
        JsonObject windows = _workflow.States["Windows"];
        JsonObject choice = _workflow.States[windows["Next"]!.GetValue<string>()];

        Assert.Equal("Failed", _workflow.States["Window failed"]["Result"]!.GetValue<string>());
        Assert.Equal("Succeeded", _workflow.States["Window done"]["Result"]!.GetValue<string>());
        Assert.Equal("States.ArrayContains($, 'Failed')", windows["ResultSelector"]!["failed.$"]!.GetValue<string>());
        JsonNode success = Assert.Single(choice["Choices"]!.AsArray())!;
        Assert.Equal("$.outcome.failed", success["Variable"]!.GetValue<string>());
        Assert.False(success["BooleanEquals"]!.GetValue<bool>());
        Assert.Equal("Succeed", WorkflowDefinition.TypeOf(_workflow.States[success["Next"]!.GetValue<string>()]));
        Assert.Equal("Fail", WorkflowDefinition.TypeOf(_workflow.States[choice["Default"]!.GetValue<string>()]));
    }

    [Fact]
    public void Causes_ThatAreAbsent_AreFilledInBeforeAPathNeedsThem()
    {
        string[] choices = [.. _workflow.States.Keys.Where(name => name.EndsWith("is there a cause?", StringComparison.Ordinal))];

        Assert.Equal(2, choices.Length);
        Assert.All(choices, name =>
        {
            JsonObject otherwise = _workflow.States[_workflow.States[name]["Default"]!.GetValue<string>()];
            Assert.Equal("$.failure.Cause", otherwise["ResultPath"]!.GetValue<string>());
            Assert.NotEmpty(otherwise["Result"]!.GetValue<string>());
        });
    }

    [Fact]
    public void Functions_ThatFail_AreTriedAgainUnlessTheUserIsAtFault()
    {
        JsonObject[] tasks = [.. _workflow.OfType("Task").Select(state => state.Value).Where(IsFunction)];

        Assert.NotEmpty(tasks);
        Assert.All(tasks, task =>
        {
            JsonNode[] retriers = [.. JsonText.List(task["Retry"])];
            Assert.Equal(ErrorNames.Configuration, JsonText.Of(Assert.Single(JsonText.List(retriers[0]["ErrorEquals"]))));
            Assert.Equal(0, retriers[0]["MaxAttempts"]!.GetValue<int>());
            Assert.Equal(ErrorNames.Conflict, JsonText.Of(Assert.Single(JsonText.List(retriers[1]["ErrorEquals"]))));
            Assert.Contains("States.TaskFailed", JsonText.List(retriers[^1]["ErrorEquals"]).Select(JsonText.Of));
            Assert.Contains("States.Timeout", JsonText.List(retriers[^1]["ErrorEquals"]).Select(JsonText.Of));
            Assert.All(retriers[1..], retrier =>
            {
                Assert.InRange(retrier["MaxAttempts"]!.GetValue<int>(), 1, 8);
                Assert.Equal("FULL", retrier["JitterStrategy"]!.GetValue<string>());
                Assert.True(retrier["BackoffRate"]!.GetValue<double>() > 1);
            });
        });
    }

    [Fact]
    public void Tasks_AllOfThem_EndInTime()
    {
        Assert.NotNull(_workflow.Root["TimeoutSeconds"]);
        Assert.All(_workflow.OfType("Task"), state => Assert.NotNull(state.Value["TimeoutSeconds"]));
    }

    private int IndexOfTask(IReadOnlyList<string> way, string service) =>
        way.ToList().FindIndex(name => _workflow.States[name]["Resource"]?.GetValue<string>().EndsWith(service, StringComparison.Ordinal) == true);

    private static bool IsFunction(JsonObject task) =>
        task["Resource"]!.GetValue<string>().EndsWith("lambda:invoke", StringComparison.Ordinal);
}
