using Amazon.CDK;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Workflow;

/// <summary>The state machine that has endpoints capture what their monitors say. Its input names them: <c>{"endpoints":["churn-xgboost"]}</c>.</summary>
internal sealed class EndpointCapture : Construct
{
    private const double TimeoutHours = 1;
    private const double EndpointsAtOnce = 4;
    private const string FailedPath = "$.outcome.failed";

    public EndpointCapture(Construct scope, string id, EndpointCaptureProps props)
        : base(scope, id)
    {
        EndpointCaptureRole role = new(this, "Role", props.PlanCapture, props.Monitors, props.Topic, props.DeadLetters);
        RetainedLogGroup logs = new(this, "Logs", props.LogRetentionDays);
        StateMachine = new StateMachine(this, "StateMachine", new StateMachineProps
        {
            Comment = "Has endpoints capture what their monitors say.",
            DefinitionBody = DefinitionBody.FromChainable(CreateDefinition(props)),
            StateMachineType = StateMachineType.STANDARD,
            Timeout = Duration.Hours(TimeoutHours),
            TracingEnabled = true,
            Role = role.Role.WithoutPolicyUpdates(),
            Logs = new LogOptions { Destination = logs.LogGroup, Level = LogLevel.ERROR, IncludeExecutionData = false },
        });
        bool isStaged = props.Monitors.Any(monitor => monitor.Stages.Any(stage => stage.SamplingPercentage is not null));
        _ = new EndpointCaptureRules(
            this, StateMachine, ConfiguredEndpoints.Of(props.Monitors), isStaged ? props.Artifacts : null, props.Undelivered);
    }

    /// <summary>The state machine.</summary>
    public StateMachine StateMachine { get; }

    private Map CreateDefinition(EndpointCaptureProps props)
    {
        Map endpoints = new(this, "Endpoints", new MapProps
        {
            ItemsPath = "$.endpoints",
            ItemSelector = Selection.Of(("endpoint", "$$.Map.Item.Value")),
            MaxConcurrency = EndpointsAtOnce,
            ResultSelector = Selection.Of(("failed", $"States.ArrayContains($, '{EndpointSteps.Failed}')")),
            ResultPath = "$.outcome",
        });
        string runbook = $"{props.RunbookUrl}#{RunbookAnchors.EndpointCapture}";
        EndpointSteps steps = new(
            this,
            "Endpoint",
            props.PlanCapture,
            (scope, end) => new CaptureFailureSteps(scope, props.Topic, props.DeadLetters, runbook, end));
        endpoints.ItemProcessor(steps.Start);
        endpoints.Next(new Choice(this, "Are all as they should be?")
            .When(Condition.BooleanEquals(FailedPath, false), new Succeed(this, "Succeeded"))
            .Otherwise(new Fail(this, "Failed", new FailProps
            {
                Error = "EndpointCaptureFailed",
                Cause = "An endpoint could not be had capture. The topic and the dead letter tell which and why.",
            })));
        return endpoints;
    }
}
