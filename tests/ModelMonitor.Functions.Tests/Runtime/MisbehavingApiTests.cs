using System.Text.Json;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>A Runtime API that answers with errors, breaks off, or sends what no event is.</summary>
public sealed class MisbehavingApiTests : IAsyncDisposable
{
    private const int MostAttempts = 6;

    private readonly FakeRuntimeApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task RunAsync_NextFailsInPassing_IsTriedAgain()
    {
        _api.Events.Enqueue(FakeAnswer.Status(500));
        _api.Events.Enqueue(FakeAnswer.Dropped);
        _api.Events.Enqueue(FakeAnswer.Event("lost", """{"a":"bcdefgh"}""").CutShort(3));
        _api.Events.Enqueue(FakeAnswer.Status(503));
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("/id-1/response", Assert.Single(_api.Posts).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NextFailsForGood_EndsWithFailure()
    {
        for (int i = 0; i < 2 * MostAttempts; i++)
        {
            _api.Events.Enqueue(FakeAnswer.Status(500));
        }

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(MostAttempts, _api.Requests.Count);
        JsonElement line = Assert.Single(run.Log);
        Assert.Equal("FATAL", line.GetProperty("level").GetString());
        Assert.EndsWith("/runtime/invocation/next was answered with 500.", line.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NextForbidden_EndsAtOnce()
    {
        _api.Events.Enqueue(FakeAnswer.Status(403));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal((1, 1), (run.ExitCode, _api.Requests.Count));
    }

    [Fact]
    public async Task RunAsync_NextIsSlow_IsAwaited()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1") with { Delay = TimeSpan.FromMilliseconds(300) });

        await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.EndsWith("/id-1/response", Assert.Single(_api.Posts).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PostFailsInPassing_IsPostedAgain()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1", """{"a":1}"""));
        _api.Receipts.Enqueue(FakeAnswer.Status(500));
        _api.Receipts.Enqueue(FakeAnswer.Dropped);

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, _api.Posts.Count);
        Assert.All(_api.Posts, post => Assert.Equal(("/2018-06-01/runtime/invocation/id-1/response", """{"a":1}"""), (post.Path, post.Text)));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task RunAsync_PostRefused_IsLoggedAndTheNextEventTaken(int status)
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));
        _api.Events.Enqueue(FakeAnswer.Event("id-2"));
        _api.Receipts.Enqueue(FakeAnswer.Status(status));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["/id-1/response", "/id-2/response"], _api.Posts.Select(post => post.Path[^"/id-1/response".Length..]));
        JsonElement line = Assert.Single(run.Log);
        Assert.Equal(("WARN", "id-1"), (line.GetProperty("level").GetString(), line.GetProperty("requestId").GetString()));
        Assert.Equal(status, line.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task RunAsync_EventWithoutRequestId_IsLoggedAndTheNextTaken()
    {
        _api.Events.Enqueue(FakeAnswer.Event(requestId: null, "{}"u8.ToArray()));
        _api.Events.Enqueue(FakeAnswer.Event("id-2"));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.EndsWith("/id-2/response", Assert.Single(_api.Posts).Path, StringComparison.Ordinal);
        Assert.Contains("request id", Assert.Single(run.Log).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    public async Task RunAsync_DeadlineThatIsNone_LeavesTheHandlerItsTime(string? deadline)
    {
        DateTimeOffset seen = default;
        _api.Events.Enqueue(FakeAnswer.Event("id-1", "{}"u8.ToArray(), deadline));

        await FunctionRun.RunAsync(_api, (payload, context, cancellationToken) =>
        {
            seen = context.Deadline;
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(payload);
        });

        Assert.Equal(DateTimeOffset.MaxValue, seen);
        Assert.EndsWith("/response", Assert.Single(_api.Posts).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../init")]
    [InlineData("id 1?x=/y")]
    public async Task RunAsync_RequestIdWithOtherCharacters_StaysOnePartOfThePath(string requestId)
    {
        _api.Events.Enqueue(FakeAnswer.Event(requestId));

        await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal($"/2018-06-01/runtime/invocation/{Uri.EscapeDataString(requestId)}/response", Assert.Single(_api.Posts).Path);
    }

    [Theory]
    [InlineData("HTTP/1.1 twohundred OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    public async Task RunAsync_AnswerThatIsNoHttp_IsTriedAgain(string answer)
    {
        _api.Events.Enqueue(new FakeAnswer(System.Text.Encoding.Latin1.GetBytes(answer), IsWhole: false));
        _api.Events.Enqueue(FakeAnswer.Event("id-2"));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("/id-2/response", Assert.Single(_api.Posts, post => post.Path.Contains("id-2", StringComparison.Ordinal)).Path, StringComparison.Ordinal);
    }
}
