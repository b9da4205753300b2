using System.Security.Cryptography;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>Reading from a server that misbehaves.</summary>
public sealed class S3ReadingTests
{
    private static readonly byte[] Content = MakeContent(300_000);

    [Theory]
    [InlineData(500, "InternalError")]
    [InlineData(503, "SlowDown")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(400, "RequestTimeout")]
    public async Task OpenReadAsync_FailureThatPasses_IsAskedAgain(int status, string code)
    {
        using FakeS3 server = new(request => request.Number < 3 ? FakeAnswer.Error(status, code) : FakeAnswer.Object(request, Content));

        Assert.Equal(Content, await server.Store.ReadAllAsync("key"));

        Assert.Equal(2, server.Time.Delays.Count(delay => delay <= S3Retry.MaximumDelayAfter(2)));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task OpenReadAsync_ConnectionDroppedBeforeTheAnswer_IsAskedAgain()
    {
        using FakeS3 server = new(request => request.Number < 3 ? FakeAnswer.Dropped : FakeAnswer.Object(request, Content));
        Assert.Equal(Content, await server.Store.ReadAllAsync("key"));
    }

    [Fact]
    public async Task OpenReadAsync_EndlessServerError_IsOneClearFailure()
    {
        using FakeS3 server = new(FakeAnswer.Error(500, "InternalError", "We are sorry."));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => server.Store.OpenReadAsync("folder/key"));

        Assert.Equal(
            "s3://bucket/folder/key: GetObject failed after 8 attempts: 500 InternalError: We are sorry. (request REQ1)",
            exception.Message);
        Assert.Equal(S3Retry.MaximumAttempts, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_BodyBreaksOffAgainAndAgain_LosesAndDoublesNothing(bool isAsync)
    {
        using FakeS3 server = new(request => FakeAnswer.Object(request, Content) with
        {
            BreaksAfter = request.Number < 6 ? Math.Min(50_001, Content.Length - request.RangeStart) : null,
        });

        byte[] read = await ReadAsync(server, offset: 3, isAsync);

        Assert.Equal(Content[3..], read);
        Assert.Equal([3, 50_004, 100_005, 150_006, 200_007, 250_008], server.Requests.Select(request => request.RangeStart));
        Assert.Equal(["", "\"v1\"", "\"v1\"", "\"v1\"", "\"v1\"", "\"v1\""], server.Requests.Select(request => request.Header("If-Match")));
    }

    [Fact]
    public async Task Read_ResumedRequestFailsAtFirst_IsAskedAgain()
    {
        using FakeS3 server = new(request => request.Number switch
        {
            1 => FakeAnswer.Object(request, Content) with { BreaksAfter = 1000 },
            2 => FakeAnswer.Error(503, "SlowDown"),
            _ => FakeAnswer.Object(request, Content),
        });
        Assert.Equal(Content, await ReadAsync(server, 0, isAsync: false));
    }

    [Theory]
    [InlineData(-1000)] // Says less than there is.
    [InlineData(1000)] // Says more than there is.
    public async Task Read_WrongContentLength_StillReadsItAll(int difference)
    {
        using FakeS3 server = new(request => FakeAnswer.Object(request, Content) with
        {
            SaidLength = request.Number == 1 ? Content.Length + difference : null,
        });
        Assert.Equal(Content, await ReadAsync(server, 0, isAsync: true));
    }

    [Fact]
    public async Task Read_AlwaysBreaksOff_GivesUp()
    {
        using FakeS3 server = new(request => FakeAnswer.Object(request, Content) with { BreaksAfter = 10 });

        IOException exception = await Assert.ThrowsAsync<IOException>(() => ReadAsync(server, 0, isAsync: true));

        Assert.StartsWith("s3://bucket/key: reading broke off more than 10 times, last at byte 110 of 300000.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(404)]
    [InlineData(416)]
    public async Task Read_ObjectChangedOrGoneMeanwhile_SaysSo(int status)
    {
        using FakeS3 server = new(request => request.Number == 1
            ? FakeAnswer.Object(request, Content) with { BreaksAfter = 1000 }
            : FakeAnswer.Error(status, "Whatever"));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => ReadAsync(server, 0, isAsync: true));

        Assert.Equal("s3://bucket/key: the object changed while it was read.", exception.Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Read_ServerIgnoresIfMatch_AnotherVersionIsNoticed()
    {
        using FakeS3 server = new(request => request.Number == 1
            ? FakeAnswer.Object(request, Content) with { BreaksAfter = 1000 }
            : FakeAnswer.Object(request, Content, etag: "v2"));

        IOException exception = await Assert.ThrowsAsync<IOException>(() => ReadAsync(server, 0, isAsync: false));

        Assert.Equal("s3://bucket/key: the object changed while it was read.", exception.Message);
    }

    [Fact]
    public async Task OpenReadAsync_ServerIgnoresTheRange_IsRefused()
    {
        using FakeS3 server = new(new FakeAnswer(200, Content) { Headers = [("ETag", "\"v1\"")] });

        IOException exception = await Assert.ThrowsAsync<IOException>(() => server.Store.OpenReadAsync("key", 5));

        Assert.Equal("s3://bucket/key: asked from byte 5 on, the answer was 200 with the range ''.", exception.Message);
    }

    [Fact]
    public async Task Dispose_LongBeforeTheEnd_IsSilent()
    {
        byte[] large = MakeContent(8 << 20);
        using FakeS3 server = new(request => FakeAnswer.Object(request, large));

        await using (Stream stream = await server.Store.OpenReadAsync("key"))
        {
            Assert.Equal(large[0], stream.ReadByte());
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task OpenReadAsync_SixtyFourAtOnce_AreAllServed()
    {
        byte[] large = MakeContent(1 << 20);
        using FakeS3 server = new(request => FakeAnswer.Object(request, large));

        Stream[] streams = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => server.Store.OpenReadAsync($"key{i}")));

        foreach (Stream stream in streams)
        {
            await using (stream)
            {
                Assert.Equal(large[0], stream.ReadByte());
            }
        }

        Assert.Equal(64, server.Requests.Count);
    }

    [Fact]
    public async Task OpenReadAsync_Cancelled_IsCancelled()
    {
        using CancellationTokenSource stop = new();
        using FakeS3 server = new(_ =>
        {
            stop.Cancel();
            return FakeAnswer.Error(503, "SlowDown");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Store.OpenReadAsync("key", 0, stop.Token));
    }

    private static async Task<byte[]> ReadAsync(FakeS3 server, long offset, bool isAsync)
    {
        await using Stream stream = await server.Store.OpenReadAsync("key", offset);
        using MemoryStream read = new();
        if (isAsync)
        {
            await stream.CopyToAsync(read);
        }
        else
        {
            stream.CopyTo(read, 1 << 16);
        }

        return read.ToArray();
    }

    private static byte[] MakeContent(int length)
    {
        byte[] content = new byte[length];
        RandomNumberGenerator.Fill(content);
        return content;
    }
}
