using Amazon.Runtime;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>What a user is told when S3 says no.</summary>
public sealed class S3FailureTests
{
    [Fact]
    public async Task PutAsync_AccessDenied_NamesThePermission()
    {
        using FakeS3 server = new(FakeAnswer.Error(403, "AccessDenied", "Access Denied"));

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.PutAsync("a/key", default));

        Assert.Equal(
            "s3://bucket/a/key: access denied; PutObject needs s3:PutObject on arn:aws:s3:::bucket/a/key: "
                + "403 AccessDenied: Access Denied (request REQ1)",
            exception.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ListAsync_AccessDenied_NamesThePermission()
    {
        using FakeS3 server = new(FakeAnswer.Error(403, "AccessDenied", "Access Denied"));
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => ListAsync(server));
        Assert.Contains("ListObjectsV2 needs s3:ListBucket on arn:aws:s3:::bucket:", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "NoSuchBucket", "there is no bucket 'bucket'")]
    [InlineData(301, "PermanentRedirect", "set AWS_REGION")]
    [InlineData(400, "AuthorizationHeaderMalformed", "set AWS_REGION")]
    [InlineData(403, "InvalidAccessKeyId", "does not accept the AWS credentials")]
    [InlineData(403, "SignatureDoesNotMatch", "does not accept the AWS credentials")]
    [InlineData(400, "ExpiredToken", "does not accept the AWS credentials")]
    public async Task AnyMethod_MistakeOfTheUser_SaysHowToMendIt(int status, string code, string expected)
    {
        using FakeS3 server = new(FakeAnswer.Error(status, code));

        ConfigurationException[] exceptions =
        [
            await Assert.ThrowsAsync<ConfigurationException>(() => ListAsync(server)),
            await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.OpenReadAsync("key")),
            await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.PutAsync("key", default, PutCondition.Matching("v1"))),
        ];

        Assert.All(exceptions, exception => Assert.Contains(expected, exception.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "InvalidObjectState")] // Archived.
    [InlineData(400, "InvalidRequest")]
    [InlineData(501, "NotImplemented")]
    public async Task OpenReadAsync_OtherRefusal_FailsAtOnceWithWhatS3Says(int status, string code)
    {
        using FakeS3 server = new(FakeAnswer.Error(status, code, "No."));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => server.Store.OpenReadAsync("key"));

        Assert.Equal($"s3://bucket/key: GetObject failed: {status} {code}: No. (request REQ1)", exception.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task FindAndOpen_AbsentButForbiddenByPrefix_AreToldApartByListing()
    {
        using FakeS3 server = new(request => request.Target.Contains("list-type", StringComparison.Ordinal)
            ? FakeAnswer.Xml("<ListBucketResult><Contents><Key>key2</Key><Size>1</Size><ETag>\"x\"</ETag></Contents></ListBucketResult>")
            : FakeAnswer.Error(403, "AccessDenied"));

        Assert.Null(await server.Store.FindAsync("key"));
        await Assert.ThrowsAsync<FileNotFoundException>(() => server.Store.OpenReadAsync("key"));
        await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.FindAsync("key2"));
        await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.OpenReadAsync("key2"));
    }

    [Fact]
    public async Task FindAsync_NothingMayBeDone_IsDenied()
    {
        using FakeS3 server = new(FakeAnswer.Empty(403));
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => server.Store.FindAsync("key"));
        Assert.Contains("HeadObject needs s3:GetObject on arn:aws:s3:::bucket/key", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unable to find the \"x\" profile.", ": Unable to find the \"x\" profile.")]
    [InlineData("Failed to resolve. Errors:\nException 1 of 4: …", ".")]
    public void Explain_NoCredentials_SaysWhatToSet(string cause, string expected)
    {
        Exception? explained = S3Failure.Explain(S3Call.Get("bucket", "key"), attempts: 1, new AmazonClientException(cause));

        Assert.IsType<ConfigurationException>(explained);
        Assert.Equal(
            $"s3://bucket/key: no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY{expected}",
            explained.Message);
    }

    [Fact]
    public async Task AnyMethod_NobodyListening_SaysSoAfterAllAttempts()
    {
        using FakeS3 server = new(FakeAnswer.Empty(200));
        server.StopListening();

        IOException exception = await Assert.ThrowsAsync<IOException>(() => server.Store.FindAsync("key"));

        Assert.StartsWith("s3://bucket/key: HeadObject failed after 8 attempts: Connection refused", exception.Message, StringComparison.Ordinal);
    }

    private static async Task ListAsync(FakeS3 server)
    {
        await foreach (StoredObject _ in server.Store.ListAsync(""))
        {
        }
    }
}
