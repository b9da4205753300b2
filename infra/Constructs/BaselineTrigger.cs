using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Constructs;
using ModelMonitor.Contracts;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Has a baseline made whenever an object arrives among the training sets.</summary>
internal sealed class BaselineTrigger : Construct
{
    private const double RetryHours = 6;

    public BaselineTrigger(Construct scope, string id, IBucket artifacts, MonitoringFunction buildBaseline, IQueue undelivered)
        : base(scope, id) => _ = new Rule(this, "Rule", new RuleProps
        {
            Description = $"Makes a baseline of a training set that arrives under {ObjectKeys.Datasets}.",
            EventPattern = new EventPattern
            {
                Source = ["aws.s3"],
                DetailType = ["Object Created"],
                Detail = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["bucket"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = new[] { artifacts.BucketName } },
                    ["object"] = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["key"] = Match.Prefix(ObjectKeys.Datasets),
                    },
                },
            },
            Targets =
            [
                new LambdaFunction(buildBaseline.Function, new LambdaFunctionProps
                {
                    DeadLetterQueue = undelivered,
                    MaxEventAge = Duration.Hours(RetryHours),
                }),
            ],
        });
}
