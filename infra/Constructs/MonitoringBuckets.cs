using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;
using ModelMonitor.Contracts;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Where endpoints capture to, and where baselines, plans, states and reports are kept. Both outlive the stack.</summary>
internal sealed class MonitoringBuckets : Construct
{
    /// <summary>
    /// A month and some days: the longest window is 31 days, and it is composed of the states of its hours; a window takes labels
    /// for up to 34 (<see cref="Contracts.Monitors.LabelSettings.LongestWait"/>).
    /// </summary>
    private const double WorkingDays = 35;

    private const double QueryResultDays = 7;
    private const double NoncurrentDays = 30;
    private const double IncompleteUploadDays = 7;

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="existingCaptureBucket">The name of the bucket that endpoints capture to already; null to create one.</param>
    public MonitoringBuckets(Construct scope, string id, string? existingCaptureBucket)
        : base(scope, id)
    {
        Captures = existingCaptureBucket is null
            ? CreateBucket("Captures", [])
            : Bucket.FromBucketName(this, "Captures", existingCaptureBucket);
        Artifacts = CreateBucket(
            "Artifacts",
            [
                ExpireAfter(WorkingDays, ObjectKeys.Runs),
                ExpireAfter(WorkingDays, ObjectKeys.States),
                ExpireAfter(QueryResultDays, ObjectKeys.QueryResults),
            ]);
        SendEvents(Artifacts);
    }

    /// <summary>Where endpoints capture to, unless a monitor names its own bucket.</summary>
    public IBucket Captures { get; }

    /// <summary>Where everything else is kept.</summary>
    public Bucket Artifacts { get; }

    private Bucket CreateBucket(string id, LifecycleRule[] rules) => new(this, id, new BucketProps
    {
        BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
        Encryption = BucketEncryption.S3_MANAGED,
        EnforceSSL = true,
        ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
        Versioned = true,
        RemovalPolicy = RemovalPolicy.RETAIN,
        LifecycleRules =
        [
            .. rules,
            new LifecycleRule
            {
                AbortIncompleteMultipartUploadAfter = Duration.Days(IncompleteUploadDays),
                NoncurrentVersionExpiration = Duration.Days(NoncurrentDays),
                ExpiredObjectDeleteMarker = true,
            },
        ],
    });

    private static LifecycleRule ExpireAfter(double days, string prefix) =>
        new() { Prefix = prefix, Expiration = Duration.Days(days) };

    /// <summary>By the bucket's own property: <c>EventBridgeEnabled</c> of the construct would deploy a custom resource.</summary>
    private static void SendEvents(Bucket bucket)
    {
        CfnBucket resource = (CfnBucket)bucket.Node.DefaultChild!;
        resource.NotificationConfiguration = new CfnBucket.NotificationConfigurationProperty
        {
            EventBridgeConfiguration = new CfnBucket.EventBridgeConfigurationProperty { EventBridgeEnabled = true },
        };
    }
}
