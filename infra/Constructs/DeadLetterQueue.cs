using Amazon.CDK;
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
}
