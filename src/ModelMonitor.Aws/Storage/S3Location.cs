using System.Buffers;

namespace ModelMonitor.Aws.Storage;

/// <summary>A place in S3, as a user writes it: <c>s3://bucket</c>, <c>s3://bucket/prefix/</c> or <c>s3://bucket/file.csv</c>.</summary>
/// <param name="Bucket">The bucket, or the alias of an access point.</param>
/// <param name="Key">What follows it, taken literally (a percent sign is one); empty for the whole bucket.</param>
internal sealed record S3Location(string Bucket, string Key)
{
    /// <summary>What a path of S3 starts with.</summary>
    internal const string Scheme = "s3://";

    private static readonly SearchValues<char> BucketCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>The key as what the keys of a folder's objects start with: empty, or ending in a slash.</summary>
    public string Prefix => Key.Length == 0 || Key.EndsWith('/') ? Key : Key + "/";

    /// <summary>Whether a path is of S3, well written or not.</summary>
    public static bool IsS3(string path) => path.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a path of S3.</summary>
    /// <param name="path">A path of which <see cref="IsS3"/> is true.</param>
    /// <param name="source">What the user gave it as (<c>--capture</c>), for the message.</param>
    /// <exception cref="ConfigurationException">It names no bucket.</exception>
    public static S3Location Parse(string path, string source)
    {
        string place = path[Scheme.Length..];
        int slash = place.IndexOf('/', StringComparison.Ordinal);
        string bucket = slash < 0 ? place : place[..slash];
        string key = slash < 0 ? "" : place[(slash + 1)..];
        if (bucket.Length is < 3 or > 63 || bucket.AsSpan().ContainsAnyExcept(BucketCharacters))
        {
            throw new ConfigurationException(
                source, "", $"'{path}' names no bucket; expected s3://bucket or s3://bucket/prefix/.");
        }

        return key.StartsWith('/')
            ? throw new ConfigurationException(source, "", $"'{path}' has a slash too many after the bucket; take one out.")
            : new S3Location(bucket, key);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
