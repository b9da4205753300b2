using System.Text.Json.Nodes;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Tests.Rules;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Workflow;

[Collection(SynthesisCollection.Name)]
public sealed class EndpointCaptureTests(Deployments deployments)
{
    private const string Machine = "EndpointCapture";

    private readonly Template _template = deployments.Capturing.Template;
    private readonly WorkflowDefinition _workflow = new(deployments.Capturing.Template, Machine);

    [Fact]
    public void Stack_WithoutConfiguredEndpoints_HasNoTraceOfIt()
    {
        string plain = File.ReadAllText(deployments.Rich.Template.Path!);

        Assert.DoesNotContain("sagemaker:", plain, StringComparison.Ordinal);
        Assert.DoesNotContain(HandlerNames.PlanCapture, plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Role_MayUpdateTheNamedEndpointsAndNoOther()
    {
        string[] statements =
        [
            .. PolicyStatements.Allowing(_template).Where(allowed => allowed.Holder.Id.StartsWith(Machine, StringComparison.Ordinal))
                .Where(allowed => JsonText.Of(allowed.Statement["Action"]!).Contains("sagemaker:UpdateEndpoint", StringComparison.Ordinal))
                .SelectMany(allowed => JsonText.List(allowed.Statement["Resource"]).Select(JsonText.Joined)),
        ];

        Assert.Equal(
            ["endpoint-config/modelmonitor-*", "endpoint/Churn-XGBoost", "endpoint/churn-xgboost", "endpoint/fraud-detector"],
            statements.Select(resource => resource[(resource.LastIndexOf(':') + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Role_PassesOnTheRoleThatAMonitorNames()
    {
        JsonNode statement = Assert.Single(
            PolicyStatements.Allowing(_template).Select(allowed => allowed.Statement),
            statement => JsonText.Of(statement["Action"]!).Contains("iam:PassRole", StringComparison.Ordinal));

        Assert.Equal(Deployments.ExecutionRole, JsonText.Of(statement["Resource"]!));
        Assert.Equal("sagemaker.amazonaws.com", JsonText.Of(statement["Condition"]!["StringEquals"]!["iam:PassedToService"]!));
    }

    [Fact]
    public void Rules_StartItForTheNamedEndpoints()
    {
        Dictionary<string, TemplateResource> rules = _template.OfType("AWS::Events::Rule")
            .Where(rule => rule.Id.StartsWith(Machine, StringComparison.Ordinal))
            .ToDictionary(rule => rule.At("EventPattern") is null ? "daily" : rule.TextAt("EventPattern", "source"));

        Assert.Equal(["[\"aws.cloudformation\"]", "[\"aws.s3\"]", "[\"aws.sagemaker\"]", "daily"], rules.Keys.Order(StringComparer.Ordinal));
        TemplateResource inService = rules["[\"aws.sagemaker\"]"];
        Assert.Equal("""["Churn-XGBoost","fraud-detector"]""", inService.TextAt("EventPattern", "detail", "EndpointName"));
        Assert.Equal("""["IN_SERVICE"]""", inService.TextAt("EventPattern", "detail", "EndpointStatus"));
        Assert.Equal("""{"endpoints":["Churn-XGBoost","fraud-detector"]}""", rules["daily"].At("Targets")![0]!["Input"]!.GetValue<string>());
        Assert.Equal("""[{"prefix":"stages/"}]""", rules["[\"aws.s3\"]"].TextAt("EventPattern", "detail", "object", "key"));
        Assert.Contains("AWS::StackId", rules["[\"aws.cloudformation\"]"].TextAt("EventPattern", "detail", "stack-id"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_AllOfThem_EndInTimeAndAreTriedAgain()
    {
        Assert.NotNull(_workflow.Root["TimeoutSeconds"]);
        JsonObject[] tasks = [.. _workflow.OfType("Task").Select(state => state.Value)];

        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.NotNull(task["TimeoutSeconds"]));
        Assert.All(tasks, task => Assert.NotEmpty(JsonText.List(task["Retry"])));
    }

    [Theory]
    [InlineData("Describe the endpoint")]
    [InlineData("Describe its configuration")]
    [InlineData("List its tags")]
    [InlineData("PlanCapture")]
    [InlineData("Is it there already?")]
    [InlineData("Is it being updated?")]
    public void Failure_OfATask_IsToldThenADeadLetterThenFails(string state)
    {
        string caught = _workflow.States[state]["Catch"]![0]!["Next"]!.GetValue<string>();
        IReadOnlyList<string>[] ways = [.. _workflow.WaysFrom(caught).Where(way => way[^1] != "Endpoint done")];

        Assert.NotEmpty(ways);
        Assert.All(ways, way =>
        {
            int told = way.ToList().IndexOf("Tell");
            Assert.True(told >= 0 && told < way.ToList().IndexOf("Dead letter"), string.Join(" > ", way));
            Assert.Equal("Endpoint failed", way[^1]);
        });
    }

    [Fact]
    public void Configuration_IsCreatedOfTheAnswerAsItIs()
    {
        JsonObject create = _workflow.States["Create a configuration"]["Branches"]![0]!["States"]!["CreateEndpointConfig"]!.AsObject();

        Assert.Equal("JSONata", create["QueryLanguage"]!.GetValue<string>());
        Assert.Equal("{% $states.input.plan.answer.configuration %}", create["Arguments"]!.GetValue<string>());
    }

    [Fact]
    public void Update_KeepsWhatTheEndpointWasScaledTo()
    {
        JsonNode parameters = _workflow.States["Update the endpoint"]["Parameters"]!;

        Assert.True(parameters["RetainAllVariantProperties"]!.GetValue<bool>());
        Assert.Equal("$.plan.answer.retainDeploymentConfig", parameters["RetainDeploymentConfig.$"]!.GetValue<string>());
    }
}
