using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace ModelMonitor.Infra.Constructs;

/// <summary>Gives a role access to the keys of a bucket below some prefixes, and to no others.</summary>
internal sealed class BucketAccess
{
    private readonly IBucket _bucket;
    private readonly Role _role;

    public BucketAccess(IBucket bucket, Role role)
    {
        _bucket = bucket;
        _role = role;
    }

    /// <summary>Lets objects be read.</summary>
    public BucketAccess Read(params IEnumerable<string> prefixes) => Allow(["s3:GetObject"], prefixes);

    /// <summary>Lets objects be written, in one piece or in parts.</summary>
    public BucketAccess Write(params IEnumerable<string> prefixes) => Allow(["s3:PutObject", "s3:AbortMultipartUpload"], prefixes);

    /// <summary>Lets keys below the prefixes be listed; that is also how to tell a key that is missing from one that is forbidden.</summary>
    public BucketAccess List(params IEnumerable<string> prefixes)
    {
        foreach (string[] some in prefixes.Distinct(StringComparer.Ordinal).Chunk(ResourceAccess.ResourcesOfStatement))
        {
            _role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = ["s3:ListBucket"],
                Resources = [_bucket.BucketArn],
                Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["StringLike"] = new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["s3:prefix"] = some.Select(prefix => prefix + "*").ToArray(),
                    },
                },
            }));
        }

        return this;
    }

    /// <summary>
    /// Lets S3 say of a missing key that it is missing: to who may not list, it answers 403, not 404. Reading a key has no
    /// <c>s3:prefix</c>, so the condition must be absent for the answer to come. It saves the listing by which a missing key
    /// is told otherwise, and lets the bucket be listed without a prefix; so it is for buckets of the deployment's own.
    /// </summary>
    public BucketAccess SeeWhatIsMissing()
    {
        _role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["s3:ListBucket"],
            Resources = [_bucket.BucketArn],
            Conditions = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Null"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["s3:prefix"] = "true" },
            },
        }));
        return this;
    }

    private BucketAccess Allow(string[] actions, IEnumerable<string> prefixes)
    {
        new ResourceAccess(_role).Allow(
            actions, prefixes.Distinct(StringComparer.Ordinal).Select(prefix => _bucket.ArnForObjects(prefix + "*")));
        return this;
    }
}
