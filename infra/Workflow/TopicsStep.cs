using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace ModelMonitor.Infra.Workflow;

/// <summary>Tells the topics of a monitor, each whether or not the others could be told.</summary>
internal sealed class TopicsStep : Construct
{
    /// <summary>Where it says whether a topic could not be told.</summary>
    public const string FailedPath = "$.topics.failed";

    private const string Failed = "Failed";

    /// <param name="scope">The steps that it is one of.</param>
    /// <param name="notice">The path of what is told, and to which topics.</param>
    public TopicsStep(Construct scope, string notice)
        : base(scope, "Topics")
    {
        CustomState tell = ServiceTask.Create(this, "Tell a topic", "sns:publish", Selection.Of(
            ("TopicArn", "$.topic"), ("Subject", "$.notice.subject"), ("Message", "$.notice.message")));
        tell.AddCatch(Answer("Topic not told", Failed), FailureSteps.CatchAll);
        tell.Next(Answer("Topic told", "Told"));

        Map = new Map(this, "Tell the monitor's topics", new MapProps
        {
            ItemsPath = notice + ".topics",
            ItemSelector = Selection.Of(("topic", "$$.Map.Item.Value"), ("notice", notice)),
            ResultSelector = Selection.Of(("failed", $"States.ArrayContains($, '{Failed}')")),
            ResultPath = "$.topics",
        });
        Map.ItemProcessor(tell);
    }

    /// <summary>The state; what it was given stays as it was, but for <see cref="FailedPath"/>.</summary>
    public Map Map { get; }

    private Pass Answer(string id, string answer) => new(this, id, new PassProps { Result = Result.FromString(answer) });
}
