using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>
/// Looks at the endpoints when it may matter: when one is in service again, when this stack was deployed, when a monitor entered
/// another stage, and once a day, should an event have been lost.
/// </summary>
internal sealed class EndpointCaptureRules : Construct
{
    private const double RetryHours = 2;

    /// <summary>In the events of SageMaker, unlike in its answers, statuses are in capitals.</summary>
    private static readonly string[] InService = ["IN_SERVICE"];

    private static readonly string[] Deployed = ["CREATE_COMPLETE", "UPDATE_COMPLETE"];

    private readonly StateMachine _machine;
    private readonly IQueue _undelivered;
    private readonly RuleTargetInput _all;

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="machine">The state machine.</param>
    /// <param name="endpoints">The names of the endpoints.</param>
    /// <param name="stagedArtifacts">The bucket where stages are noted down; null where no stage says how much is captured.</param>
    /// <param name="undelivered">Where events go that could not start it.</param>
    public EndpointCaptureRules(
        Construct scope, StateMachine machine, IReadOnlyList<string> endpoints, IBucket? stagedArtifacts, IQueue undelivered)
        : base(scope, "Rules")
    {
        _machine = machine;
        _undelivered = undelivered;
        _all = Request([.. endpoints]);
        foreach ((int index, string[] some) in EventPatternValues.Divide(endpoints).Index())
        {
            string id = index == 0 ? "InService" : string.Create(CultureInfo.InvariantCulture, $"InService{index + 1}");
            On(id, "Looks at the capture of an endpoint that is in service, or is again.", "aws.sagemaker", "SageMaker Endpoint State Change", new()
            {
                ["EndpointName"] = some,
                ["EndpointStatus"] = InService,
            }, Request(EventField.FromPath("$.detail.EndpointName")));
        }

        On("Deployed", "Looks at the capture of all endpoints when the stack was deployed.", "aws.cloudformation", "CloudFormation Stack Status Change", new()
        {
            ["stack-id"] = new[] { Stack.Of(this).StackId },
            ["status-details"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["status"] = Deployed },
        }, _all);
        if (stagedArtifacts is not null)
        {
            On("Staged", "Looks at the capture of all endpoints when a monitor entered another stage.", "aws.s3", "Object Created", new()
            {
                ["bucket"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = new[] { stagedArtifacts.BucketName } },
                ["object"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = Match.Prefix(ObjectKeys.Stages) },
            }, _all);
        }

        _ = new Rule(this, "Daily", new RuleProps
        {
            Description = "Looks at the capture of all endpoints once a day.",
            Schedule = Schedule.Rate(Duration.Days(1)),
            Targets = [Target(_all)],
        });
    }

    private void On(string id, string description, string source, string type, Dictionary<string, object> detail, RuleTargetInput input) =>
        _ = new Rule(this, id, new RuleProps
        {
            Description = description,
            EventPattern = new EventPattern { Source = [source], DetailType = [type], Detail = detail },
            Targets = [Target(input)],
        });

    private SfnStateMachine Target(RuleTargetInput input) => new(_machine, new SfnStateMachineProps
    {
        Input = input,
        DeadLetterQueue = _undelivered,
        MaxEventAge = Duration.Hours(RetryHours),
    });

    private static RuleTargetInput Request(params string[] endpoints) =>
        RuleTargetInput.FromObject(new Dictionary<string, object>(StringComparer.Ordinal) { ["endpoints"] = endpoints });
}
