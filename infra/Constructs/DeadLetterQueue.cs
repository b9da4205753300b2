using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace ModelMonitor.Infra.Constructs;

/// <summary>A queue for what could not be done. Nothing reads it but people, who have two weeks for it.</summary>
internal sealed class DeadLetterQueue : Construct
{
    private const double RetentionDays = 14;

    public DeadLetterQueue(Construct scope, string id)
        : base(scope, id) => Queue = new Queue(this, "Queue", new QueueProps
        {
            Encryption = QueueEncryption.SQS_MANAGED,
            EnforceSSL = true,
            RetentionPeriod = Duration.Days(RetentionDays),
            RemovalPolicy = RemovalPolicy.DESTROY,
        });

    /// <summary>The queue.</summary>
    public Queue Queue { get; }

    /// <summary>Lets the rules of this account and region send what they could not deliver.</summary>
    /// <returns>
    /// The queue as targets of rules are to know it. The CDK gives each rule a statement of its own, and a queue's policy
    /// takes twenty in all; to a queue that it does not own, it adds none.
    /// </returns>
    public IQueue AcceptFromRules()
    {
        Queue.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "RulesOfThisAccount",
            Principals = [new ServicePrincipal("events.amazonaws.com")],
            Actions = ["sqs:SendMessage"],
            Resources = [Queue.QueueArn],
            Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["ArnLike"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["aws:SourceArn"] = Stack.Of(this).FormatArn(new ArnComponents
                    {
                        Service = "events",
                        Resource = "rule",
                        ResourceName = "*",
                    }),
                },
            },
        }));
        return Amazon.CDK.AWS.SQS.Queue.FromQueueArn(this, "OfRules", Queue.QueueArn);
    }
}
