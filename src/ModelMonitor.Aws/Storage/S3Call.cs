namespace ModelMonitor.Aws.Storage;

/// <summary>A request to S3, named for messages.</summary>
/// <param name="Operation">The operation, as AWS calls it.</param>
/// <param name="Permission">The permission it takes.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The object's key, or the prefix of a listing; empty for the whole bucket.</param>
internal sealed record S3Call(string Operation, string Permission, string Bucket, string Key)
{
    /// <summary>The end of a multipart upload.</summary>
    public const string Complete = "CompleteMultipartUpload";

    private const string ListPermission = "s3:ListBucket";

    /// <summary>The object, or where there is none the bucket or prefix.</summary>
    public S3Location Place => new(Bucket, Key);

    /// <summary>What the permission is needed on.</summary>
    public string Resource => Permission == ListPermission ? $"arn:aws:s3:::{Bucket}" : $"arn:aws:s3:::{Bucket}/{Key}";

    /// <summary>Reading an object.</summary>
    public static S3Call Get(string bucket, string key) => new("GetObject", "s3:GetObject", bucket, key);

    /// <summary>Describing an object.</summary>
    public static S3Call Head(string bucket, string key) => new("HeadObject", "s3:GetObject", bucket, key);

    /// <summary>Listing.</summary>
    public static S3Call List(string bucket, string prefix) => new("ListObjectsV2", ListPermission, bucket, prefix);

    /// <summary>Writing an object, in one of several operations.</summary>
    public static S3Call Put(string operation, string bucket, string key) => new(operation, "s3:PutObject", bucket, key);
}
