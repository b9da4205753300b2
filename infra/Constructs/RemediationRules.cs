using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Tells the remediation of the alarms of the deployment's monitors, and of the ends of what monitors start.</summary>
internal sealed class RemediationRules : Construct
{
    /// <summary>An alarm that nobody could be told of for so long is no reason to start anything any more.</summary>
    private const double RetryHours = 1;

    private readonly IStateMachine _machine;
    private readonly IQueue _undelivered;

    public RemediationRules(Construct scope, string id, RemediationTargets targets, IStateMachine machine, IQueue undelivered)
        : base(scope, id)
    {
        _machine = machine;
        _undelivered = undelivered;
        AddRule("Alarms", "Decides what an alarm of a monitor starts.", "aws.cloudwatch", "CloudWatch Alarm State Change", Detail(
            ("alarmName", Match.Prefix(AlarmName.PrefixOf(Stack.Of(this).StackName))),
            ("state", Detail(("value", Words("ALARM", "OK"))))));
        AddRules(
            "Pipelines",
            "Records the end of a pipeline that monitors start.",
            "aws.sagemaker",
            "SageMaker Model Building Pipeline Execution Status Change",
            targets.Pipelines,
            pipelines => Detail(("pipelineArn", pipelines), ("currentPipelineExecutionStatus", Words("Succeeded", "Failed", "Stopped"))));
        AddRules(
            "StateMachines",
            "Records the end of a state machine that monitors start.",
            "aws.states",
            "Step Functions Execution Status Change",
            targets.StateMachines,
            machines => Detail(("stateMachineArn", machines), ("status", Words("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"))));
    }

    /// <summary>As many rules as it takes to name all ARNs; the first has the plain id.</summary>
    private void AddRules(
        string id, string description, string source, string type, string[] arns, Func<string[], Dictionary<string, object>> detail)
    {
        foreach ((int index, string[] some) in EventPatternValues.Divide(arns).Index())
        {
            AddRule(index == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}{index + 1}"), description, source, type, detail(some));
        }
    }

    private void AddRule(string id, string description, string source, string type, Dictionary<string, object> detail) => _ = new Rule(this, id, new RuleProps
    {
        Description = description,
        EventPattern = new EventPattern
        {
            Source = [source],
            DetailType = [type],
            Account = [Stack.Of(this).Account],
            Region = [Stack.Of(this).Region],
            Detail = detail,
        },
        Targets =
        [
            new SfnStateMachine(_machine, new SfnStateMachineProps { DeadLetterQueue = _undelivered, MaxEventAge = Duration.Hours(RetryHours) }),
        ],
    });

    private static Dictionary<string, object> Detail(params IEnumerable<(string Key, object Value)> fields) =>
        fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);

    private static string[] Words(params string[] words) => words;
}
