using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using Constructs;
using Timeout = Amazon.CDK.AWS.StepFunctions.Timeout;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What happens when an endpoint could not be had capture: a person is told, and it goes to the dead letters whether or not that worked.</summary>
internal sealed class CaptureFailureSteps : Construct
{
    private const double TimeoutSeconds = 60;

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="topic">What is notified.</param>
    /// <param name="deadLetters">The queue.</param>
    /// <param name="runbook">The address of what to do.</param>
    /// <param name="end">The state that all ways lead to.</param>
    public CaptureFailureSteps(Construct scope, ITopic topic, IQueue deadLetters, string runbook, IChainable end)
        : base(scope, "Failure")
    {
        SqsSendMessage send = new(this, "Dead letter", new SqsSendMessageProps
        {
            Queue = deadLetters,
            MessageBody = TaskInput.FromObject(Selection.Of(
                ("endpoints", $"States.Array({EndpointSteps.NamePath})"),
                ("error", FailureSource.FailurePath + ".Error"),
                ("cause", FailureSource.CausePath),
                ("execution", "$$.Execution.Id"))),
            ResultPath = JsonPath.DISCARD,
            TaskTimeout = Timeout.Duration(Duration.Seconds(TimeoutSeconds)),
        });
        AddRetry(send);
        send.AddCatch(end, new CatchProps { Errors = [Errors.ALL], ResultPath = "$.sending" });
        send.Next(end);

        SnsPublish publish = new(this, "Tell", new SnsPublishProps
        {
            Topic = topic,
            Subject = "ModelMonitor: an endpoint could not be had capture",
            Message = TaskInput.FromJsonPathAt(
                $"States.Format('The endpoint {{}} could not be made to capture what its monitors say. {{}}: {{}} What to do: {runbook} Execution: {{}}', "
                + $"{EndpointSteps.NamePath}, {FailureSource.FailurePath}.Error, {FailureSource.CausePath}, $$.Execution.Id)"),
            ResultPath = JsonPath.DISCARD,
            TaskTimeout = Timeout.Duration(Duration.Seconds(TimeoutSeconds)),
        });
        AddRetry(publish);
        publish.AddCatch(send, new CatchProps { Errors = [Errors.ALL], ResultPath = "$.telling" });
        publish.Next(send);

        Start = FailureCause.Ensure(this, "Is there a cause?", publish);
    }

    /// <summary>Where the error of a state goes to.</summary>
    public IChainable Start { get; }

    private static void AddRetry(TaskStateBase task) => task.AddRetry(new RetryProps
    {
        Errors = [Errors.ALL],
        Interval = Duration.Seconds(1),
        BackoffRate = 2,
        MaxAttempts = 5,
        JitterStrategy = JitterType.FULL,
    });
}
