using System.Globalization;
using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.S3;

namespace ModelMonitor.Aws.Storage;

/// <summary>Says in one sentence why a request to S3 failed, and what mends it.</summary>
/// <remarks>
/// What only a user can mend (a permission, a bucket that is not there, credentials, a region) is a
/// <see cref="ConfigurationException"/>, which nothing tries again; everything else is an <see cref="IOException"/>.
/// </remarks>
internal static class S3Failure
{
    /// <summary>The exception to throw; null when it is to go on as it is.</summary>
    public static Exception? Explain(S3Call call, int attempts, Exception exception) => exception switch
    {
        AmazonS3Exception answer => ExplainMistake(call, answer) is { } expectation
            ? new ConfigurationException(call.Place.ToString(), "", expectation)
            : new IOException($"{call.Place}: {call.Operation} failed{After(attempts)}: {Words(answer)}", answer),
        _ when IsOfNetwork(exception) || exception is XmlException or AmazonServiceException =>
            new IOException($"{call.Place}: {call.Operation} failed{After(attempts)}: {exception.Message}", exception),

        // What the SDK throws before it sends anything.
        AmazonClientException => new ConfigurationException(
            call.Place.ToString(), "", $"no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY{Cause(exception)}"),
        _ => null,
    };

    /// <summary>Whether a failure is of the way to S3: no answer came, or none in time, or it broke off.</summary>
    public static bool IsOfNetwork(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether S3 refuses to say more than that it refuses.</summary>
    public static bool IsDenied(AmazonS3Exception answer) =>
        answer.StatusCode == HttpStatusCode.Forbidden && answer.ErrorCode is "AccessDenied" or "Forbidden" or "";

    private static string? ExplainMistake(S3Call call, AmazonS3Exception answer)
    {
        if (IsDenied(answer))
        {
            return $"access denied; {call.Operation} needs {call.Permission} on {call.Resource}: {Words(answer)}";
        }

        return answer.ErrorCode switch
        {
            "NoSuchBucket" => $"there is no bucket '{call.Bucket}'; check the name, or create it.",
            "InvalidBucketName" => $"'{call.Bucket}' is no name of a bucket; check the path.",
            "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" or "TokenRefreshRequired" =>
                $"S3 does not accept the AWS credentials; renew them, or set AWS_PROFILE: {Words(answer)}",
            "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" =>
                $"the bucket is in another region; set AWS_REGION to it: {Words(answer)}",
            _ when answer.StatusCode == HttpStatusCode.MovedPermanently =>
                $"the bucket is in another region; set AWS_REGION to it: {Words(answer)}",
            _ => null,
        };
    }

    /// <summary>What the SDK says, unless it recounts every place where it looked in vain.</summary>
    private static string Cause(Exception exception) =>
        exception.Message.Contains('\n', StringComparison.Ordinal) ? "." : $": {exception.Message}";

    private static string After(int attempts) =>
        attempts == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" after {attempts} attempts");

    private static string Words(AmazonS3Exception answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)answer.StatusCode} {answer.ErrorCode}: {answer.Message} (request {answer.RequestId ?? "without id"})");
}
