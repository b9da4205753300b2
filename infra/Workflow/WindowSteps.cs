using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Infra.Constructs;
using ModelMonitor.Contracts.Workflow;

namespace ModelMonitor.Infra.Workflow;

/// <summary>
/// What is done for one planned window. Its end is the word <see cref="Succeeded"/> or <see cref="Failed"/>, so that one
/// window's failure does not keep the others from being judged.
/// </summary>
internal sealed class WindowSteps : Construct
{
    /// <summary>The output of a window that was judged, or needed not be.</summary>
    public const string Succeeded = "Succeeded";

    /// <summary>The output of a window whose run failed.</summary>
    public const string Failed = "Failed";

    /// <summary>The path of the <see cref="PlannedRun"/> in a window's input.</summary>
    public const string RunPath = "$.run";

    private const string ShardErrors = "States.ExceedToleratedFailureThreshold";
    private const string ReaderErrors = "States.ItemReaderFailed";

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="artifacts">The bucket that the files of shards are in.</param>
    /// <param name="deadLetters">Where failures go.</param>
    public WindowSteps(Construct scope, string id, MonitoringFunctions functions, IBucket artifacts, IQueue deadLetters)
        : base(scope, id)
    {
        Pass succeeded = new(this, "Window done", new PassProps { Result = Result.FromString(Succeeded) });
        Pass failed = new(this, "Window failed", new PassProps { Result = Result.FromString(Failed) });
        FailureSource source = new("Run", RunPath + ".monitor", RunPath);
        FailureSteps failure = new(this, source, functions.RecordFailure, deadLetters, failed);

        TaskStateBase evaluate = FunctionTask.Create(
            this, HandlerNames.EvaluateRun, functions.EvaluateRun, TaskInput.FromJsonPathAt(RunPath));
        evaluate.AddCatch(failure.Start, FailureSteps.CatchAll);
        evaluate.Next(succeeded);

        DistributedMap shards = CreateShards(functions.ProfileShard, artifacts);
        shards.AddCatch(failure.Start, FailureSteps.CatchAll);
        shards.Next(evaluate);

        Pass unknown = new(this, "Unknown status", new PassProps
        {
            Parameters = new Dictionary<string, object>(
                Selection.Of(("Cause", $"States.Format('PlanRun answered the status {{}}.', {RunPath}.status)")),
                StringComparer.Ordinal) { ["Error"] = "UnknownPlanStatus" },
            ResultPath = FailureSource.FailurePath,
        });
        Start = new Choice(this, "What is to be done?")
            .When(StatusIs(PlanStatus.Planned), shards)
            .When(StatusIs(PlanStatus.NoData), evaluate)
            .When(StatusIs(PlanStatus.AlreadyDone), succeeded)
            .Otherwise(unknown.Next(failure.Start));
    }

    /// <summary>The first state.</summary>
    public IChainable Start { get; }

    private static Condition StatusIs(string status) => Condition.StringEquals(RunPath + ".status", status);

    /// <summary>
    /// A child execution for each shard, none of which may fail: that is what no tolerated failure means. A state that was written stays, so a second map run, after children that failed or
    /// outlived an express execution's five minutes, only does what is left.
    /// </summary>
    private DistributedMap CreateShards(MonitoringFunction profileShard, IBucket artifacts)
    {
        DistributedMap shards = new(this, "Shards", new DistributedMapProps
        {
            ItemReader = new S3JsonItemReader(new S3FileItemReaderProps
            {
                Bucket = artifacts,
                Key = JsonPath.StringAt(RunPath + ".shardsKey"),
            }),
            MapExecutionType = StateMachineType.EXPRESS,
            MaxConcurrencyPath = RunPath + ".maxConcurrency",
            ResultPath = JsonPath.DISCARD,
        });
        TaskStateBase profile = FunctionTask.Create(
            this,
            HandlerNames.ProfileShard,
            profileShard,
            TaskInput.FromJsonPathAt(Selection.WholeInput),
            Selection.WholeInput,
            Selection.Of());
        shards.ItemProcessor(profile);
        shards.AddRetry(new RetryProps
        {
            Errors = [ShardErrors],
            Interval = Duration.Seconds(5),
            MaxAttempts = 1,
            JitterStrategy = JitterType.FULL,
        });
        shards.AddRetry(new RetryProps
        {
            Errors = [ReaderErrors],
            Interval = Duration.Seconds(2),
            BackoffRate = 2,
            MaxAttempts = 4,
            JitterStrategy = JitterType.FULL,
        });
        return shards;
    }
}
