using System.Text;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>Writing to a server that misbehaves.</summary>
public sealed class S3WritingTests
{
    private static readonly byte[] Small = "hello"u8.ToArray();

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "SlowDown")]
    [InlineData(409, "ConditionalRequestConflict")]
    public async Task PutAsync_FailureThatPasses_IsSentAgain(int status, string code)
    {
        using FakeS3 server = new(FakeAnswer.Error(status, code), FakeAnswer.Empty(200, "new"));

        StoredObject? put = await server.Store.PutAsync("a/b.json", Small, PutCondition.Absent);

        Assert.Equal(("a/b.json", 5L, "new"), (put!.Key, put.Size, put.ETag));
        Assert.All(server.Requests, request =>
        {
            Assert.Equal(("PUT", "/bucket/a/b.json", "*"), (request.Method, request.Target, request.Header("If-None-Match")));
            Assert.Equal(Small, request.Body);
            Assert.Equal("application/json", request.Header("Content-Type"));
        });
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(412, "PreconditionFailed", false)]
    [InlineData(412, "PreconditionFailed", true)]
    [InlineData(404, "NoSuchKey", true)]
    public async Task PutAsync_ConditionThatDoesNotHold_IsNull(int status, string code, bool isMatch)
    {
        using FakeS3 server = new(FakeAnswer.Error(status, code));

        Assert.Null(await server.Store.PutAsync("key", Small, isMatch ? PutCondition.Matching("v1") : PutCondition.Absent));

        Assert.Equal(isMatch ? "\"v1\"" : "", Assert.Single(server.Requests).Header("If-Match"));
    }

    [Theory]
    [InlineData("hello", true)]
    [InlineData("other", false)]
    [InlineData("longer", false)]
    public async Task PutAsync_AnswerLostAndThenNotHolding_IsOursIfTheContentIs(string present, bool isOurs)
    {
        byte[] found = Encoding.UTF8.GetBytes(present);
        using FakeS3 server = new(request => (request.Number, request.Method) switch
        {
            (1, _) => FakeAnswer.Dropped,
            (_, "PUT") => FakeAnswer.Error(412, "PreconditionFailed"),
            (_, "HEAD") => FakeAnswer.Object(request, found) with { Status = 200 },
            _ => FakeAnswer.Object(request, found),
        });

        StoredObject? put = await server.Store.PutAsync("key", Small, PutCondition.Absent);

        Assert.Equal(isOurs ? "v1" : null, put?.ETag);
    }

    [Fact]
    public async Task PutAsync_EndlessConflict_FailsAndSaysSo()
    {
        using FakeS3 server = new(FakeAnswer.Error(409, "ConditionalRequestConflict"));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => server.Store.PutAsync("key", Small, PutCondition.Absent));

        Assert.Contains("PutObject failed after 8 attempts: 409 ConditionalRequestConflict", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutAsync_LargeContent_IsSentInPartsThatBecomeOneObject()
    {
        byte[] content = new byte[(2 * FakeS3.PartSize) + 100];
        content.AsSpan(FakeS3.PartSize, FakeS3.PartSize).Fill(1);
        content.AsSpan(2 * FakeS3.PartSize).Fill(2);
        using FakeS3 server = new(request => request.Number == 2 ? FakeAnswer.Error(500, "InternalError") : AnswerUpload(request));

        StoredObject? put = await server.Store.PutAsync("key", content, PutCondition.Matching("old"));

        Assert.Equal((content.Length, "whole-3"), (put!.Size, put.ETag));
        FakeRequest[] parts = [.. server.Requests.Where(request => request.Method == "PUT" && request.Number != 2)];
        Assert.Equal(content, parts.OrderBy(part => part.Target, StringComparer.Ordinal).SelectMany(part => part.Body));
        FakeRequest complete = server.Requests[^1];
        Assert.Equal(("POST", "\"old\""), (complete.Method, complete.Header("If-Match")));
        Assert.Matches("part1.*part2.*part3", Encoding.UTF8.GetString(complete.Body).ReplaceLineEndings(""));
    }

    [Fact]
    public async Task PutAsync_LargeContentThatDoesNotHold_IsNullAndLeavesNoParts()
    {
        using FakeS3 server = new(request => IsComplete(request) ? FakeAnswer.Error(412, "PreconditionFailed") : AnswerUpload(request));

        Assert.Null(await server.Store.PutAsync("key", new byte[FakeS3.PartSize + 1], PutCondition.Absent));

        Assert.Equal("DELETE", server.Requests[^1].Method);
    }

    [Fact]
    public async Task PutAsync_LargeContentInConflict_IsSentAnew()
    {
        int completed = 0;
        using FakeS3 server = new(request => IsComplete(request) && ++completed == 1
            ? FakeAnswer.Error(409, "ConditionalRequestConflict")
            : AnswerUpload(request));

        Assert.NotNull(await server.Store.PutAsync("key", new byte[FakeS3.PartSize + 1], PutCondition.Absent));

        Assert.Equal(2, server.Requests.Count(request => request.Target.EndsWith("?uploads", StringComparison.Ordinal)));
        Assert.Single(server.Requests, request => request.Method == "DELETE");
    }

    [Fact]
    public async Task PutAsync_LargeContentWhosePartFails_FailsAndLeavesNoParts()
    {
        using FakeS3 server = new(request => request.Method == "PUT" ? FakeAnswer.Error(500, "InternalError") : AnswerUpload(request));

        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => server.Store.PutAsync("key", new byte[FakeS3.PartSize + 1]));

        Assert.Contains("UploadPart failed after 8 attempts", exception.Message, StringComparison.Ordinal);
        Assert.Equal("DELETE", server.Requests[^1].Method);
    }

    [Fact]
    public async Task PutAsync_LargeContentWhoseLastAnswerIsLost_IsFoundAndOurs()
    {
        byte[] content = new byte[FakeS3.PartSize + 1];
        int completed = 0;
        using FakeS3 server = new(request => (request.Method, IsComplete(request)) switch
        {
            (_, true) => ++completed == 1 ? FakeAnswer.Dropped : FakeAnswer.Error(404, "NoSuchUpload"),
            ("HEAD", _) => FakeAnswer.Object(request, content) with { Status = 200 },
            ("GET", _) => FakeAnswer.Object(request, content),
            _ => AnswerUpload(request),
        });

        Assert.Equal("v1", (await server.Store.PutAsync("key", content))?.ETag);
    }

    private static bool IsComplete(FakeRequest request) =>
        request.Method == "POST" && request.Target.Contains("uploadId", StringComparison.Ordinal);

    private static FakeAnswer AnswerUpload(FakeRequest request) => request.Method switch
    {
        "POST" when !IsComplete(request) => FakeAnswer.Xml(
            "<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>key</Key><UploadId>U1</UploadId></InitiateMultipartUploadResult>"),
        "POST" => FakeAnswer.Xml(
            "<CompleteMultipartUploadResult><Bucket>bucket</Bucket><Key>key</Key><ETag>\"whole-3\"</ETag></CompleteMultipartUploadResult>"),
        "PUT" => FakeAnswer.Empty(200, $"part{request.Target.Split("partNumber=")[1][0]}"),
        _ => FakeAnswer.Empty(204),
    };
}
