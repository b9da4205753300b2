using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Infra.Workflow;

/// <summary>
/// The state machine of a run: wait for late captures, plan, and for each planned window profile its shards and judge it.
/// Every failure is recorded and becomes a dead letter, and the execution that saw one ends as failed.
/// </summary>
internal sealed class RunWorkflow : Construct
{
    /// <summary>The settle delay is a day at most; all else is done in hours.</summary>
    private const double TimeoutHours = 36;

    /// <summary>More than one window is planned when captures came late or runs were missed.</summary>
    private const double WindowsAtOnce = 4;

    private const string FailedWindowPath = "$.outcome.failed";

    public RunWorkflow(
        Construct scope, string id, MonitoringFunctions functions, IBucket artifacts, IQueue deadLetters, int logRetentionDays)
        : base(scope, id)
    {
        RunWorkflowRole role = new(this, "Role", functions, artifacts, deadLetters);
        RetainedLogGroup logs = new(this, "Logs", logRetentionDays);
        StateMachine = new StateMachine(this, "StateMachine", new StateMachineProps
        {
            Comment = "Judges the windows of a monitor that are due.",
            DefinitionBody = DefinitionBody.FromChainable(CreateDefinition(functions, artifacts, deadLetters)),
            StateMachineType = StateMachineType.STANDARD,
            Timeout = Duration.Hours(TimeoutHours),
            TracingEnabled = true,
            Role = role.Role.WithoutPolicyUpdates(),
            Logs = new LogOptions { Destination = logs.LogGroup, Level = LogLevel.ERROR, IncludeExecutionData = false },
        });
        role.AllowChildExecutions(StateMachine);
    }

    /// <summary>The state machine, whose input is a <see cref="RunRequest"/>.</summary>
    public StateMachine StateMachine { get; }

    private Choice CreateDefinition(MonitoringFunctions functions, IBucket artifacts, IQueue deadLetters)
    {
        Fail failed = new(this, "Failed", new FailProps
        {
            Error = "RunFailed",
            Cause = "A run failed. Its reports folder, its metric and its dead letter tell which and why.",
        });
        FailureSteps failure = new(this, new FailureSource("Execution", "$.monitor", null), functions.RecordFailure, deadLetters, failed);

        Map windows = CreateWindows(new WindowSteps(this, "Window", functions, artifacts, deadLetters));
        windows.AddCatch(failure.Start, FailureSteps.CatchAll);
        windows.Next(new Choice(this, "Did all succeed?")
            .When(Condition.BooleanEquals(FailedWindowPath, false), new Succeed(this, "Succeeded"))
            .Otherwise(failed));

        TaskStateBase plan = FunctionTask.Create(
            this,
            HandlerNames.PlanRun,
            functions.PlanRun,
            TaskInput.FromJsonPathAt(Selection.WholeInput),
            "$.plan",
            Selection.Of(("runs", "$.Payload.runs")));
        plan.AddCatch(failure.Start, FailureSteps.CatchAll);
        plan.Next(windows);

        Wait settle = new(this, "Settle", new WaitProps { Time = WaitTime.SecondsPath("$.settleSeconds") });
        return new Choice(this, "Wait for late captures?")
            .When(Condition.IsPresent("$.settleSeconds"), settle.Next(plan))
            .Otherwise(plan);
    }

    private Map CreateWindows(WindowSteps window)
    {
        Map windows = new(this, "Windows", new MapProps
        {
            ItemsPath = "$.plan.runs",
            ItemSelector = Selection.Of(("run", "$$.Map.Item.Value")),
            MaxConcurrency = WindowsAtOnce,
            ResultSelector = Selection.Of(("failed", $"States.ArrayContains($, '{WindowSteps.Failed}')")),
            ResultPath = "$.outcome",
        });
        windows.ItemProcessor(window.Start);
        return windows;
    }
}
