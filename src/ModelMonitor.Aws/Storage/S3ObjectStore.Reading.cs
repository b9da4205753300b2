using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace ModelMonitor.Aws.Storage;

/// <content>Opens objects.</content>
public sealed partial class S3ObjectStore
{
    /// <inheritdoc />
    public async Task<Stream> OpenReadAsync(string key, long offset = 0, CancellationToken cancellationToken = default) =>
        (await OpenAsync(key, etag: null, offset, cancellationToken).ConfigureAwait(false))!;

    /// <inheritdoc />
    public Task<Stream?> OpenIfMatchAsync(string key, string etag, long offset = 0, CancellationToken cancellationToken = default) =>
        OpenAsync(key, etag, offset, cancellationToken);

    /// <summary>Opens an object; null when it does not have the ETag.</summary>
    private async Task<Stream?> OpenAsync(string key, string? etag, long offset, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        GetObjectResponse? answer = IsKey(key)
            ? await GetAsync(key, offset, etag, cancellationToken).ConfigureAwait(false)
            : null;
        return answer?.HttpStatusCode switch
        {
            null or HttpStatusCode.NotFound => throw new FileNotFoundException($"There is no object '{key}'.", key),
            HttpStatusCode.PreconditionFailed when etag is not null => null,

            // The object ends before the offset, or is empty.
            HttpStatusCode.RequestedRangeNotSatisfiable => new MemoryStream([], writable: false),
            _ => new S3ReadStream(
                new S3Location(_bucket, _prefix + key), offset, answer!, (position, seen, token) => ReopenAsync(key, position, seen, token)),
        };
    }

    private async Task<GetObjectResponse> ReopenAsync(string key, long position, string etag, CancellationToken cancellationToken)
    {
        GetObjectResponse answer = await GetAsync(key, position, etag, cancellationToken).ConfigureAwait(false);
        return answer.HttpStatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent
            ? answer
            : throw new IOException($"{new S3Location(_bucket, _prefix + key)}: the object changed while it was read.");
    }

    /// <summary>Asks for an object from an offset on; the answer may be 404, 412 or 416, and has no content then.</summary>
    /// <remarks>A range is asked for from the first byte on too: its answer tells where the object ends.</remarks>
    private Task<GetObjectResponse> GetAsync(string key, long offset, string? etag, CancellationToken cancellationToken)
    {
        GetObjectRequest request = new()
        {
            BucketName = _bucket,
            Key = _prefix + key,
            EtagToMatch = etag,
            ByteRange = new ByteRange(string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-")),
        };
        return _retry.RunAsync(
            S3Call.Get(_bucket, request.Key),
            async _ =>
            {
                try
                {
                    return await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
                }
                catch (AmazonS3Exception answer) when (IsExpected(answer))
                {
                    return new GetObjectResponse { HttpStatusCode = answer.StatusCode };
                }
                catch (AmazonS3Exception answer) when (S3Failure.IsDenied(answer))
                {
                    if (await IsAbsentAsync(key, cancellationToken).ConfigureAwait(false))
                    {
                        return new GetObjectResponse { HttpStatusCode = HttpStatusCode.NotFound };
                    }

                    throw;
                }
            },
            cancellationToken);
    }

    private static bool IsExpected(AmazonS3Exception answer) => answer.StatusCode switch
    {
        HttpStatusCode.NotFound => answer.ErrorCode != "NoSuchBucket",
        HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestedRangeNotSatisfiable => true,
        _ => false,
    };
}
