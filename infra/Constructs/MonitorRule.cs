using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Starts the state machine whenever a monitor's schedule fires.</summary>
internal sealed class MonitorRule : Construct
{
    private const double RetryHours = 2;
    private const double RetryAttempts = 24;

    public MonitorRule(Construct scope, string id, MonitorDefinition monitor, StateMachine machine, IQueue undelivered)
        : base(scope, id) => _ = new Rule(this, "Rule", new RuleProps
        {
            Description = $"Runs the monitor {monitor.Name} ({monitor.Schedule}, UTC).",
            Schedule = Schedule.Expression(monitor.Schedule.EventBridgeExpression),
            Targets =
            [
                new SfnStateMachine(machine, new SfnStateMachineProps
                {
                    Input = RuleTargetInput.FromObject(CreateRequest(monitor)),
                    DeadLetterQueue = undelivered,
                    MaxEventAge = Duration.Hours(RetryHours),
                    RetryAttempts = RetryAttempts,
                }),
            ],
        });

    /// <summary>The message <see cref="Contracts.Workflow.RunRequest"/>; its time is the one that the event tells.</summary>
    private static Dictionary<string, object> CreateRequest(MonitorDefinition monitor)
    {
        Dictionary<string, object> request = new(StringComparer.Ordinal)
        {
            ["monitor"] = monitor.Name,
            ["time"] = EventField.Time,
        };
        if (monitor.SettleDelay > TimeSpan.Zero)
        {
            request["settleSeconds"] = (int)Math.Ceiling(monitor.SettleDelay.TotalSeconds);
        }

        return request;
    }
}
