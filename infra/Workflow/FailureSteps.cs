using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using Constructs;
using ModelMonitor.Infra.Constructs;
using Timeout = Amazon.CDK.AWS.StepFunctions.Timeout;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What happens to a failure: a function records it, and it goes to the dead letters whether or not that worked.</summary>
internal sealed class FailureSteps : Construct
{
    private static readonly string[] Everything = [Errors.ALL];

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="source">What failed.</param>
    /// <param name="recordFailure">The function that records.</param>
    /// <param name="deadLetters">The queue.</param>
    /// <param name="end">The state that all ways lead to, which must make the execution fail.</param>
    public FailureSteps(
        Construct scope, FailureSource source, MonitoringFunction recordFailure, IQueue deadLetters, IChainable end)
        : base(scope, source.Name)
    {
        TaskInput failure = TaskInput.FromObject(source.ToRunFailure());
        SqsSendMessage send = CreateSend($"{source.Name} failed: dead letter", deadLetters, failure);
        send.AddCatch(end, new CatchProps { Errors = Everything, ResultPath = "$.sending" });
        send.Next(end);

        LambdaInvoke record = FunctionTask.Create(this, $"{source.Name} failed: record", recordFailure, failure);
        record.AddCatch(send, new CatchProps { Errors = Everything, ResultPath = "$.recording" });
        record.Next(send);

        Start = FailureCause.Ensure(this, $"{source.Name} failed: is there a cause?", record);
    }

    /// <summary>How a state catches an error to send it to <see cref="Start"/>.</summary>
    public static ICatchProps CatchAll => new CatchProps { Errors = Everything, ResultPath = FailureSource.FailurePath };

    /// <summary>Where the error of a state goes to.</summary>
    public IChainable Start { get; }

    private SqsSendMessage CreateSend(string id, IQueue deadLetters, TaskInput failure)
    {
        SqsSendMessage send = new(this, id, new SqsSendMessageProps
        {
            Queue = deadLetters,
            MessageBody = failure,
            ResultPath = JsonPath.DISCARD,
            TaskTimeout = Timeout.Duration(Duration.Seconds(60)),
        });
        send.AddRetry(new RetryProps
        {
            Errors = Everything,
            Interval = Duration.Seconds(1),
            BackoffRate = 2,
            MaxAttempts = 5,
            JitterStrategy = JitterType.FULL,
        });
        return send;
    }
}
