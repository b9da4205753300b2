using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Storage;

/// <summary>The objects of a bucket below a prefix; keys go on from there.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Keys are listed in the order of their UTF-8 bytes, which differs from the ordinal one only where characters
/// beyond U+FFFF meet those from U+E000 on. Empty objects that end in a slash stand for folders and are left out.</item>
/// <item>An object that breaks off while it is read goes on from where it was, in the same version.</item>
/// <item>Content above 16 MiB is sent in parts; it appears whole, too.</item>
/// <item>What may pass is tried again for about twenty seconds. A missing permission, bucket, region or credential is a
/// <see cref="ConfigurationException"/>, since only the user can mend it.</item>
/// <item>An object that is absent is told from one that is forbidden also where only a prefix may be listed.</item>
/// <item><see cref="StoredObject.LastModified"/> has whole seconds; of a put it is this machine's time of the answer.</item>
/// </list>
/// </remarks>
public sealed partial class S3ObjectStore : IObjectStore
{
    private readonly IAmazonS3 _client;
    private readonly string _bucket;
    private readonly string _prefix;
    private readonly TimeProvider _time;
    private readonly S3Retry _retry;

    /// <summary>Creates a store.</summary>
    /// <param name="client">The client; it must not retry by itself.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What the keys of all objects start with: empty, or ending in a slash.</param>
    /// <param name="time">The clock by which it waits before it tries again; the default is the system's.</param>
    public S3ObjectStore(IAmazonS3 client, string bucket, string prefix = "", TimeProvider? time = null)
    {
        _client = client;
        _bucket = bucket;
        _prefix = prefix;
        _time = time ?? TimeProvider.System;
        _retry = new S3Retry(_time);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredObject> ListAsync(
        string prefix, string? startAfter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ListObjectsV2Request request = new()
        {
            BucketName = _bucket,
            Prefix = _prefix + prefix,
            StartAfter = startAfter is null ? null : _prefix + startAfter,
            Encoding = EncodingType.Url, // XML has no place for some characters that a key may have.
        };
        do
        {
            ListObjectsV2Response page = await ListPageAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (S3Object found in page.S3Objects ?? [])
            {
                string key = KeyOf(found, page)[_prefix.Length..];
                bool isFolder = found.Size is null or 0 && (key.Length == 0 || key.EndsWith('/'));
                if (!isFolder)
                {
                    yield return Describe(key, found.Size ?? 0, found.ETag, found.LastModified);
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (!string.IsNullOrEmpty(request.ContinuationToken));
    }

    /// <inheritdoc />
    public async Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        if (!IsKey(key))
        {
            return null;
        }

        GetObjectMetadataRequest request = new() { BucketName = _bucket, Key = _prefix + key };
        return await _retry.RunAsync(
            S3Call.Head(_bucket, request.Key),
            async _ =>
            {
                try
                {
                    GetObjectMetadataResponse found =
                        await _client.GetObjectMetadataAsync(request, cancellationToken).ConfigureAwait(false);
                    return Describe(key, found.ContentLength, found.ETag, found.LastModified);
                }
                catch (AmazonS3Exception answer) when (answer.StatusCode == HttpStatusCode.NotFound)
                {
                    return null;
                }
                catch (AmazonS3Exception answer) when (S3Failure.IsDenied(answer))
                {
                    if (await IsAbsentAsync(key, cancellationToken).ConfigureAwait(false))
                    {
                        return null;
                    }

                    throw;
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a key is one: S3 has others, but a store's keys do not start with a slash (and the SDK would drop it).</summary>
    private static bool IsKey(string key) => key.Length > 0 && key[0] != '/';

    private static StoredObject Describe(string key, long size, string etag, DateTime? lastModified)
    {
        DateTime time = lastModified?.ToUniversalTime() ?? DateTime.UnixEpoch;
        return new StoredObject(key, size, etag.Trim('"'), new DateTimeOffset(time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond))));
    }

    /// <summary>The key of a listed object; not every S3 encodes keys when it is asked to.</summary>
    private static string KeyOf(S3Object found, ListObjectsV2Response page) =>
        page.Encoding == EncodingType.Url ? WebUtility.UrlDecode(found.Key) : found.Key;

    private Task<ListObjectsV2Response> ListPageAsync(ListObjectsV2Request request, CancellationToken cancellationToken) =>
        _retry.RunAsync(
            S3Call.List(_bucket, request.Prefix), _ => _client.ListObjectsV2Async(request, cancellationToken), cancellationToken);

    /// <summary>
    /// Whether an object to which access is denied is not there at all: S3 also says so of absent objects to who
    /// may not list the whole bucket. Listing the key itself tells, where that is allowed.
    /// </summary>
    private async Task<bool> IsAbsentAsync(string key, CancellationToken cancellationToken)
    {
        ListObjectsV2Request request = new() { BucketName = _bucket, Prefix = _prefix + key, MaxKeys = 1, Encoding = EncodingType.Url };
        try
        {
            ListObjectsV2Response page = await ListPageAsync(request, cancellationToken).ConfigureAwait(false);
            return !(page.S3Objects ?? []).Exists(found => KeyOf(found, page) == request.Prefix);
        }
        catch (Exception exception) when (exception is ConfigurationException or IOException)
        {
            return false;
        }
    }
}
