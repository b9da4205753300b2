using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using Constructs;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Constructs;
using Parallel = Amazon.CDK.AWS.StepFunctions.Parallel;

namespace ModelMonitor.Infra.Workflow;

/// <summary>
/// What is done for one endpoint: describe it, decide, and, if so decided, create a configuration and put it in force. Its end
/// is the word <see cref="Succeeded"/> or <see cref="Failed"/>, so that one endpoint does not hold up others.
/// </summary>
internal sealed class EndpointSteps : Construct
{
    /// <summary>The output of an endpoint that is as it should be, or will be.</summary>
    public const string Succeeded = "Succeeded";

    /// <summary>The output of an endpoint that a person has to look at.</summary>
    public const string Failed = "Failed";

    /// <summary>The path of the endpoint's name.</summary>
    public const string NamePath = "$.endpoint";

    private const string AnswerPath = "$.plan.answer";
    private const string StatusPath = "$.described.EndpointStatus";

    private readonly CaptureFailureSteps _failure;

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="planCapture">The function that decides.</param>
    /// <param name="failure">What happens to a failure.</param>
    public EndpointSteps(Construct scope, string id, MonitoringFunction planCapture, Func<Construct, IChainable, CaptureFailureSteps> failure)
        : base(scope, id)
    {
        Pass succeeded = new(this, "Endpoint done", new PassProps { Result = Result.FromString(Succeeded) });
        Pass failed = new(this, "Endpoint failed", new PassProps { Result = Result.FromString(Failed) });
        _failure = failure(this, failed);

        CallAwsService describe = Describe("Describe the endpoint");
        CallAwsService configuration = SageMakerTask.Create(
            this,
            "Describe its configuration",
            "describeEndpointConfig",
            Selection.Of(("EndpointConfigName", "$.described.EndpointConfigName")),
            "$.configuration");
        CallAwsService tags = SageMakerTask.Create(
            this, "List its tags", "listTags", Selection.Of(("ResourceArn", "$.configuration.EndpointConfigArn")), "$.tags");
        TaskStateBase plan = FunctionTask.Create(
            this,
            HandlerNames.PlanCapture,
            planCapture,
            TaskInput.FromObject(Selection.Of(("endpoint", "$.described"), ("configuration", "$.configuration"), ("tags", "$.tags"))),
            "$.plan",
            Selection.Of(("answer", "$.Payload")));

        // A monitor may be there before its endpoint, whose event comes once it is.
        describe.AddCatch(
            new Choice(this, "Is there no such endpoint?")
                .When(
                    Condition.And(
                        Condition.IsPresent(FailureSource.CausePath),
                        Condition.StringMatches(FailureSource.CausePath, "*Could not find endpoint*")),
                    succeeded)
                .Otherwise(_failure.Start),
            FailureSteps.CatchAll);
        CatchFailures(configuration, tags, plan);
        describe.Next(configuration).Next(tags).Next(plan).Next(
            new Choice(this, "Is there something to change?")
                .When(Condition.StringEquals($"{AnswerPath}.status", CaptureStatus.Update), CreateConfiguration(UpdateEndpoint(succeeded)))
                .Otherwise(succeeded));
        Start = describe;
    }

    /// <summary>The first state.</summary>
    public IChainable Start { get; }

    /// <summary>Creates the configuration. One of the name is one of the content, so that it is there already is as good.</summary>
    private Parallel CreateConfiguration(IChainable next)
    {
        CallAwsService look = SageMakerTask.Create(
            this,
            "Is it there already?",
            "describeEndpointConfig",
            Selection.Of(("EndpointConfigName", $"{AnswerPath}.configurationName")));
        look.AddCatch(_failure.Start, new CatchProps { Errors = [Errors.ALL], ResultPath = "$.looking" });
        look.Next(next);

        Parallel create = new(this, "Create a configuration", new ParallelProps { ResultPath = JsonPath.DISCARD });
        create.Branch(SageMakerTask.CreateOfDocument(this, "CreateEndpointConfig", "createEndpointConfig", "plan.answer.configuration"));
        create.AddCatch(look, FailureSteps.CatchAll);
        create.Next(next);
        return create;
    }

    /// <summary>Puts it in force, unless another one is updating the endpoint already: then that one's event will come.</summary>
    private CallAwsService UpdateEndpoint(Pass succeeded)
    {
        CallAwsService look = Describe("Is it being updated?");
        look.AddCatch(_failure.Start, new CatchProps { Errors = [Errors.ALL], ResultPath = "$.looking" });
        look.Next(new Choice(this, "Will its event come?")
            .When(Condition.StringEquals(StatusPath, "InService"), _failure.Start)
            .Otherwise(succeeded));

        CallAwsService update = SageMakerTask.Create(
            this,
            "Update the endpoint",
            "updateEndpoint",
            new Dictionary<string, object>(
                Selection.Of(
                    ("EndpointName", NamePath),
                    ("EndpointConfigName", $"{AnswerPath}.configurationName"),
                    ("RetainDeploymentConfig", $"{AnswerPath}.retainDeploymentConfig")),
                StringComparer.Ordinal) { ["RetainAllVariantProperties"] = true });
        update.AddCatch(look, FailureSteps.CatchAll);
        update.Next(succeeded);
        return update;
    }

    private CallAwsService Describe(string id) =>
        SageMakerTask.Create(this, id, "describeEndpoint", Selection.Of(("EndpointName", NamePath)), "$.described");

    private void CatchFailures(params TaskStateBase[] tasks)
    {
        foreach (TaskStateBase task in tasks)
        {
            task.AddCatch(_failure.Start, FailureSteps.CatchAll);
        }
    }
}
