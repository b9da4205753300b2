using System.Net;
using System.Runtime.InteropServices;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Util;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Storage;

/// <summary>Sends an object: whole, or in parts that become the object by the last request.</summary>
/// <param name="client">The client.</param>
/// <param name="retry">Sends requests again.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="key">The object's key in the bucket.</param>
/// <param name="content">Its content.</param>
/// <param name="condition">When it may be written.</param>
internal sealed class S3Upload(
    IAmazonS3 client, S3Retry retry, string bucket, string key, ReadOnlyMemory<byte> content, PutCondition condition)
{
    private const int PartsAtOnce = 4;
    private const int MaximumUploads = 3;

    private static readonly TimeSpan AbortPatience = TimeSpan.FromSeconds(10);

    private readonly string? _ifNoneMatch = condition.IfNoneMatch ? "*" : null;
    private readonly string? _ifMatch = condition.IfMatch is null ? null : $"\"{condition.IfMatch}\"";

    private string ContentType => AmazonS3Util.MimeTypeFromExtension(Path.GetExtension(key));

    /// <summary>Sends it in one request.</summary>
    public async Task<UploadAnswer> SendWholeAsync(CancellationToken cancellationToken)
    {
        int sent = 0;
        string? etag = await retry.RunAsync(
            S3Call.Put("PutObject", bucket, key),
            async attempt =>
            {
                sent = attempt;
                using MemoryStream body = StreamOf(content);
                PutObjectRequest request = new()
                {
                    BucketName = bucket,
                    Key = key,
                    InputStream = body,
                    ContentType = ContentType,
                    IfNoneMatch = _ifNoneMatch,
                    IfMatch = _ifMatch,
                    UseChunkEncoding = false,
                };
                try
                {
                    return (await client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false)).ETag;
                }
                catch (AmazonS3Exception answer) when (DidNotHold(answer))
                {
                    return null;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return new UploadAnswer(etag, WasRepeated: sent > 1);
    }

    /// <summary>Sends it in parts, several at once; what fails leaves no parts behind.</summary>
    /// <param name="partSize">The length of all parts but the last; S3 takes none below 5 MiB.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<UploadAnswer> SendPartsAsync(int partSize, CancellationToken cancellationToken)
    {
        for (int upload = 1; ; upload++)
        {
            try
            {
                return await SendPartsOnceAsync(partSize, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException exception) when (upload < MaximumUploads
                && exception.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.Conflict })
            {
                // Another writer was at the same key: the parts are void, and it decides anew what holds.
            }
        }
    }

    private async Task<UploadAnswer> SendPartsOnceAsync(int partSize, CancellationToken cancellationToken)
    {
        InitiateMultipartUploadRequest request = new() { BucketName = bucket, Key = key, ContentType = ContentType };
        InitiateMultipartUploadResponse started = await retry.RunAsync(
            S3Call.Put("CreateMultipartUpload", bucket, key),
            _ => client.InitiateMultipartUploadAsync(request, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        UploadAnswer answer = default;
        try
        {
            PartETag[] parts = new PartETag[(content.Length + partSize - 1) / partSize];
            await Parallel.ForAsync(
                0,
                parts.Length,
                new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken },
                async (i, token) => parts[i] = await SendPartAsync(started.UploadId, i, Slice(i, partSize), token).ConfigureAwait(false))
                .ConfigureAwait(false);
            answer = await CompleteAsync(started.UploadId, parts, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            if (answer.ETag is null)
            {
                await AbortAsync(started.UploadId).ConfigureAwait(false);
            }
        }
    }

    private async Task<PartETag> SendPartAsync(
        string uploadId, int index, ReadOnlyMemory<byte> part, CancellationToken cancellationToken)
    {
        UploadPartResponse answer = await retry.RunAsync(
            S3Call.Put("UploadPart", bucket, key),
            async _ =>
            {
                using MemoryStream body = StreamOf(part);
                UploadPartRequest request = new()
                {
                    BucketName = bucket,
                    Key = key,
                    UploadId = uploadId,
                    PartNumber = index + 1,
                    InputStream = body,
                    PartSize = part.Length,
                    UseChunkEncoding = false,
                };
                return await client.UploadPartAsync(request, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return new PartETag(index + 1, answer.ETag);
    }

    private async Task<UploadAnswer> CompleteAsync(string uploadId, PartETag[] parts, CancellationToken cancellationToken)
    {
        CompleteMultipartUploadRequest request = new()
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartETags = [.. parts],
            IfNoneMatch = _ifNoneMatch,
            IfMatch = _ifMatch,
        };
        int sent = 0;
        string? etag = await retry.RunAsync(
            S3Call.Put(S3Call.Complete, bucket, key),
            async attempt =>
            {
                sent = attempt;
                try
                {
                    return (await client.CompleteMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false)).ETag;
                }
                catch (AmazonS3Exception answer) when (DidNotHold(answer) || (attempt > 1 && answer.ErrorCode == "NoSuchUpload"))
                {
                    return null;
                }
            },
            cancellationToken).ConfigureAwait(false);
        return new UploadAnswer(etag, WasRepeated: sent > 1);
    }

    /// <summary>Takes back the parts, as far as that goes: the failure that led here is what the caller has to hear of.</summary>
    private async Task AbortAsync(string uploadId)
    {
        try
        {
            using CancellationTokenSource patience = new(AbortPatience);
            await client.AbortMultipartUploadAsync(bucket, key, uploadId, patience.Token).ConfigureAwait(false);
        }
        catch (AmazonS3Exception)
        {
            // Gone already, or not to be had: a bucket's lifecycle rule for incomplete uploads takes what is left.
        }
        catch (Exception exception) when (S3Failure.IsOfNetwork(exception))
        {
            // As above.
        }
    }

    private bool DidNotHold(AmazonS3Exception answer) =>
        condition != default
        && (answer.StatusCode == HttpStatusCode.PreconditionFailed
            || (condition.IfMatch is not null && answer.ErrorCode is "NoSuchKey" or "NotFound"));

    private ReadOnlyMemory<byte> Slice(int index, int partSize)
    {
        int start = index * partSize;
        return content.Slice(start, Math.Min(partSize, content.Length - start));
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
