using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Workflow;

/// <summary>
/// The state machine of remediation. Of an alarm: decide, start what was decided, record it, tell people, and wait until it should
/// have ended. Of an end: record it, and tell people if it went wrong.
/// </summary>
internal sealed class RemediationWorkflow : Construct
{
    /// <summary>The longest time that a monitor can give a retraining is 31 days.</summary>
    private const double TimeoutDays = 32;

    /// <summary>What fails at once ends before its start is recorded.</summary>
    private const double PauseSeconds = 30;

    private readonly MonitoringFunction _remediate;
    private readonly RemediationSteps _steps;
    private readonly Dictionary<string, object> _addresses;

    public RemediationWorkflow(
        Construct scope,
        string id,
        MonitoringFunction remediate,
        MonitoringFunction record,
        RemediationRole role,
        ITopic topic,
        Guidance guidance,
        int logRetentionDays)
        : base(scope, id)
    {
        _remediate = remediate;
        _addresses = new(StringComparer.Ordinal)
        {
            ["runbook"] = $"{guidance.RunbookUrl}#{RunbookAnchors.Remediation}",
            ["pages"] = guidance.Pages.Prefix,
        };
        _steps = new RemediationSteps(this, record, topic, _addresses);
        RetainedLogGroup logs = new(this, "Logs", logRetentionDays);
        StateMachine = new StateMachine(this, "StateMachine", new StateMachineProps
        {
            Comment = "Decides what an alarm starts, and follows it to its end.",
            DefinitionBody = DefinitionBody.FromChainable(CreateDefinition()),
            StateMachineType = StateMachineType.STANDARD,
            Timeout = Duration.Days(TimeoutDays),
            TracingEnabled = true,
            Role = role.Role.WithoutPolicyUpdates(),
            Logs = new LogOptions { Destination = logs.LogGroup, Level = LogLevel.ERROR, IncludeExecutionData = false },
        });
    }

    /// <summary>The state machine, whose input is an event of EventBridge.</summary>
    public StateMachine StateMachine { get; }

    private Choice CreateDefinition()
    {
        TaskStateBase decide = FunctionTask.Create(
            this, HandlerNames.Remediate, _remediate, TaskInput.FromObject(CreateRequest()), RemediationSteps.AnswerPath, RemediationSteps.WholeAnswer);
        decide.Next(new Choice(this, "What is to be started?")
            .When(ActionIs(RemediationAction.StartPipeline), _steps.Start("Start pipeline", "aws-sdk:sagemaker:startPipelineExecution", Pipeline(), "$.PipelineExecutionArn"))
            .When(ActionIs(RemediationAction.StartStateMachine), _steps.Start("Start state machine", "states:startExecution", Machine(), "$.ExecutionArn"))
            .When(ActionIs(RemediationAction.PutEvent), _steps.Start("Send event", "events:putEvents", Event(), "States.ArrayGetItem($.Entries[*].EventId, 0)"))
            .Otherwise(_steps.Tell));

        Wait pause = new(this, "Let the start be recorded", new WaitProps { Time = WaitTime.Duration(Duration.Seconds(PauseSeconds)) });
        pause.Next(_steps.RecordEnd);
        return new Choice(this, "Is it an alarm?")
            .When(Condition.IsPresent("$.detail.alarmName"), decide)
            .Otherwise(pause);
    }

    /// <summary>The message <see cref="RemediateRequest"/>.</summary>
    private Dictionary<string, object> CreateRequest()
    {
        Dictionary<string, object> request = new(_addresses, StringComparer.Ordinal)
        {
            ["event.$"] = Selection.WholeInput,
            ["execution.$"] = "$$.Execution.Id",
        };
        request["deployment"] = Stack.Of(this).StackName;
        request["account"] = Stack.Of(this).Account;
        request["region"] = Stack.Of(this).Region;
        return request;
    }

    private static Dictionary<string, object> Pipeline() => Selection.Of(
        ("PipelineName", RemediationSteps.Answer + ".target"),
        ("PipelineParameters", RemediationSteps.Answer + ".parameters"),
        ("ClientRequestToken", RemediationSteps.Answer + ".token"));

    private static Dictionary<string, object> Machine() => Selection.Of(
        ("StateMachineArn", RemediationSteps.Answer + ".target"),
        ("Name", RemediationSteps.Answer + ".token"),
        ("Input", RemediationSteps.Answer + ".request"));

    private static Dictionary<string, object> Event()
    {
        Dictionary<string, object> entry = Selection.Of(
            ("EventBusName", RemediationSteps.Answer + ".target"), ("Detail", RemediationSteps.Answer + ".request"));
        entry["Source"] = RetrainingRequest.Source;
        entry["DetailType"] = RetrainingRequest.DetailType;
        return new(StringComparer.Ordinal) { ["Entries"] = new object[] { entry } };
    }

    private static Condition ActionIs(string action) => Condition.StringEquals(RemediationSteps.Answer + ".action", action);
}
