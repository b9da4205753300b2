using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Infra.Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>What remediation does around its decision: start, record, tell people, wait.</summary>
/// <remarks>
/// A start that fails is caught and recorded. A message that reaches nobody does not end what follows a retraining that runs: it
/// is remembered, and the execution ends as failed when all else is done. An execution whose record fails again and again ends
/// there, and can be redriven from there: to the functions it is then the same execution, which is answered the same. All that
/// end as failed ring an alarm.
/// </remarks>
internal sealed class RemediationSteps : Construct
{
    /// <summary>Where the last function's answer is put.</summary>
    public const string AnswerPath = "$.step";

    /// <summary>The answer: a <see cref="RemediationOrder"/> or a <see cref="RemediationProgress"/>.</summary>
    public const string Answer = AnswerPath + ".answer";

    private const string StartedPath = "$.started";
    private const string UntoldPath = "$.untold";
    private const string Notice = Answer + ".notice";

    private readonly MonitoringFunction _record;
    private readonly ITopic _topic;
    private readonly Dictionary<string, object> _addresses;
    private readonly IChainable _recordStart;
    private readonly IChainable _recordFailure;

    /// <param name="scope">The state machine's construct.</param>
    /// <param name="record">The function that records.</param>
    /// <param name="topic">The deployment's topic.</param>
    /// <param name="addresses">The addresses in messages.</param>
    public RemediationSteps(Construct scope, MonitoringFunction record, ITopic topic, Dictionary<string, object> addresses)
        : base(scope, "Steps")
    {
        _record = record;
        _topic = topic;
        _addresses = addresses;
        Choice told = new(this, "Is anybody to be told?");
        Choice waited = new(this, "Is there an end to wait for?");
        IChainable end = CreateEnd();
        told.When(Condition.IsPresent(Notice), CreateTelling(waited)).Otherwise(waited);
        Tell = told;

        Wait wait = new(this, "Wait for the end", new WaitProps { Time = WaitTime.SecondsPath(Answer + ".waitSeconds") });
        wait.Next(CreateRecord("Record that the time is up", RemediationStep.TimeIsUp, OfAnswer()));
        waited.When(Condition.IsPresent(Answer + ".waitSeconds"), wait).Otherwise(end);

        RecordEnd = CreateRecord("Record the end", RemediationStep.Ended, [("event", Selection.WholeInput)]);
        _recordStart = CreateRecord("Record the start", RemediationStep.Started, [.. OfAnswer(), ("started", StartedPath + ".id")]);
        IChainable recordFailure = CreateRecord(
            "Record the failed start",
            RemediationStep.StartFailed,
            [.. OfAnswer(), ("error", FailureSource.FailurePath + ".Error"), ("cause", FailureSource.CausePath)]);
        _recordFailure = FailureCause.Ensure(this, "Is there a cause?", recordFailure);
    }

    /// <summary>Tells people what the last answer says, if it does, and goes on.</summary>
    public IChainable Tell { get; }

    /// <summary>Records an end that an event tells of.</summary>
    public IChainable RecordEnd { get; }

    /// <summary>Keeps all that a function answers.</summary>
    public static Dictionary<string, object> WholeAnswer => Selection.Of(("answer", "$.Payload"));

    /// <summary>Starts something, and records that it was started or that it could not be.</summary>
    /// <param name="id">The state's name.</param>
    /// <param name="integration">What is called.</param>
    /// <param name="parameters">What it is called with.</param>
    /// <param name="startedPath">The path in its answer of what was started.</param>
    public IChainable Start(string id, string integration, Dictionary<string, object> parameters, string startedPath)
    {
        CustomState start = ServiceTask.Create(this, id, integration, parameters, StartedPath, Selection.Of(("id", startedPath)));
        start.AddCatch(_recordFailure, FailureSteps.CatchAll);
        start.Next(_recordStart);
        return start;
    }

    private static (string Name, string Path)[] OfAnswer() => [("monitor", Answer + ".monitor"), ("recordKey", Answer + ".recordKey")];

    private TaskStateBase CreateRecord(string id, string step, (string Name, string Path)[] fields)
    {
        Dictionary<string, object> outcome = new(_addresses, StringComparer.Ordinal) { ["step"] = step };
        foreach ((string name, string path) in fields)
        {
            outcome[name + ".$"] = path;
        }

        outcome["execution.$"] = "$$.Execution.Id";
        TaskStateBase record = FunctionTask.Create(this, id, _record, TaskInput.FromObject(outcome), AnswerPath, WholeAnswer);
        record.Next(Tell);
        return record;
    }

    /// <summary>Fails where somebody was to be told and was not, so that an alarm rings.</summary>
    private Choice CreateEnd() => new Choice(this, "Was everybody told?")
        .When(Condition.IsPresent(UntoldPath), new Fail(this, "Somebody was not told", new FailProps
        {
            Error = "RemediationNotTold",
            Cause = "A topic could not be told of a retraining. What the remediation does was done; the history of the execution has the message and the error.",
        }))
        .Otherwise(new Succeed(this, "Done"));

    /// <summary>Publishes to the deployment's topic, then to those of the monitor. A topic that fails keeps no other from being told.</summary>
    private CustomState CreateTelling(IChainable next)
    {
        Dictionary<string, object> message = Selection.Of(("Subject", Notice + ".subject"), ("Message", Notice + ".message"));
        message["TopicArn"] = _topic.TopicArn;
        CustomState tell = ServiceTask.Create(this, "Tell the deployment's topic", "sns:publish", message);
        TopicsStep others = new(this, Notice);
        tell.AddCatch(others.Map, new CatchProps { Errors = [Errors.ALL], ResultPath = UntoldPath });
        tell.Next(others.Map);

        // What was caught before stays: no later message, however well it went, takes it away.
        Pass remember = new(this, "Remember that a topic was not told", new PassProps
        {
            Result = Result.FromBoolean(true),
            ResultPath = UntoldPath,
        });
        remember.Next(next);
        others.Map.Next(new Choice(this, "Were the monitor's topics told?")
            .When(Condition.BooleanEquals(TopicsStep.FailedPath, true), remember)
            .Otherwise(next));
        return tell;
    }
}
