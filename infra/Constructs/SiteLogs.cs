using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Who looked at the website: the bucket of its access logs, which are kept as long as other logs.</summary>
/// <remarks>CloudFront delivers logs by an access control list, so this bucket, alone of all, has to allow them. They stay private.</remarks>
internal sealed class SiteLogs : Construct
{
    /// <param name="scope">The site.</param>
    /// <param name="id">The construct's name in it.</param>
    /// <param name="retentionDays">How long logs are kept.</param>
    public SiteLogs(Construct scope, string id, int retentionDays)
        : base(scope, id) => Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_PREFERRED,
            Versioned = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Expiration = Duration.Days(retentionDays),
                    NoncurrentVersionExpiration = Duration.Days(1),
                    AbortIncompleteMultipartUploadAfter = Duration.Days(1),
                },
            ],
        });

    /// <summary>The bucket.</summary>
    public Bucket Bucket { get; }
}
