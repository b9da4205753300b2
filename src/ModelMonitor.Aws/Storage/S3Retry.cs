using System.Net;
using System.Security.Cryptography;
using Amazon.S3;

namespace ModelMonitor.Aws.Storage;

/// <summary>Sends a request again while its failure may pass, with exponential backoff and full jitter.</summary>
/// <remarks>
/// Up to eight times within about twenty seconds; after them there is one <see cref="IOException"/>.
/// A request may have been carried out although it failed: its answer got lost. Conditional writes must know
/// that it was sent before; hence not the SDK's own retries, which do not tell.
/// </remarks>
/// <param name="time">The clock of the delays.</param>
internal sealed class S3Retry(TimeProvider time)
{
    /// <summary>How often a request is sent at most.</summary>
    public const int MaximumAttempts = 8;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    /// <summary>Sends a request until it succeeds.</summary>
    /// <param name="call">The request's name.</param>
    /// <param name="send">Sends it; is given the number of the attempt, from 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConfigurationException">It was refused for what only the user can mend.</exception>
    /// <exception cref="IOException">It failed for good.</exception>
    public async Task<T> RunAsync<T>(S3Call call, Func<int, Task<T>> send, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await send(attempt).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && attempt < MaximumAttempts && MayPass(call, exception))
            {
                await Task.Delay(DelayAfter(attempt), time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && S3Failure.Explain(call, attempt, exception) is { } explained)
            {
                throw explained;
            }
        }
    }

    /// <summary>The longest delay after an attempt; the delay is anything from a millisecond up to it.</summary>
    internal static TimeSpan MaximumDelayAfter(int attempt) =>
        TimeSpan.FromTicks(Math.Min(FirstDelay.Ticks << (attempt - 1), LongestDelay.Ticks));

    private static TimeSpan DelayAfter(int attempt) =>
        TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, (int)MaximumDelayAfter(attempt).TotalMilliseconds + 1));

    private static bool MayPass(S3Call call, Exception exception) => exception switch
    {
        AmazonS3Exception { ErrorCode: "SlowDown" or "RequestTimeout" or "InternalError" or "ServiceUnavailable" } => true,

        // An upload whose end met a conflict is void: the whole has to be sent again.
        AmazonS3Exception { StatusCode: HttpStatusCode.Conflict } => call.Operation != S3Call.Complete,
        AmazonS3Exception answer when answer.StatusCode != 0 =>
            answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || (answer.StatusCode >= HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.NotImplemented),
        _ => S3Failure.IsOfNetwork(exception),
    };
}
