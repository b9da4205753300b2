using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Runtime;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>Events and answers, good ones and failures.</summary>
public sealed class FunctionProcessTests : IAsyncDisposable
{
    private readonly FakeRuntimeApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task RunAsync_Events_AreAnsweredInTurnOverOneConnection()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1", """{"a":1}"""));
        _api.Events.Enqueue(FakeAnswer.Event("id-2", """{"b":"ü"}"""));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                ("GET", "/2018-06-01/runtime/invocation/next", ""),
                ("POST", "/2018-06-01/runtime/invocation/id-1/response", """{"a":1}"""),
                ("GET", "/2018-06-01/runtime/invocation/next", ""),
                ("POST", "/2018-06-01/runtime/invocation/id-2/response", """{"b":"ü"}"""),
                ("GET", "/2018-06-01/runtime/invocation/next", ""),
            ],
            _api.Requests.Select(request => (request.Method, request.Path, request.Text)));
        Assert.Equal(1, _api.Connections);
        Assert.Empty(run.Log);
    }

    [Fact]
    public async Task RunAsync_Event_HandlerSeesItsContext()
    {
        InvocationContext? seen = null;
        _api.Events.Enqueue(FakeAnswer.Event("id-1", "{}"u8.ToArray(), FakeAnswer.FarDeadline, "Root=1-a"));

        FunctionRun run = await FunctionRun.RunAsync(_api, (payload, context, _) =>
        {
            seen = context;
            context.Log.Info("Planned.", ("monitor", "churn"), ("windows", 3));
            return Task.FromResult(payload);
        });

        Assert.Equal(("id-1", "Root=1-a"), (seen!.RequestId, seen.TraceId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(4_102_444_800_000), seen.Deadline);
        JsonElement line = Assert.Single(run.Log);
        Assert.Equal("INFO", line.GetProperty("level").GetString());
        Assert.Equal("Planned.", line.GetProperty("message").GetString());
        Assert.Equal("id-1", line.GetProperty("requestId").GetString());
        Assert.Equal("Root=1-a", line.GetProperty("traceId").GetString());
        Assert.Equal("monitor-plan", line.GetProperty("function").GetString());
        Assert.Equal("churn", line.GetProperty("monitor").GetString());
        Assert.Equal(3, line.GetProperty("windows").GetInt64());
    }

    [Fact]
    public async Task RunAsync_TraceIds_AreInTheEnvironmentEventByEvent()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1", "{}"u8.ToArray(), FakeAnswer.FarDeadline, "Root=1-a"));
        _api.Events.Enqueue(FakeAnswer.Event("id-2", "{}"u8.ToArray(), FakeAnswer.FarDeadline, traceId: null));

        FunctionRun run = await FunctionRun.RunAsync(_api, FunctionRun.Echo);

        Assert.Equal(["Root=1-a", null], run.TraceIds);
    }

    [Fact]
    public async Task RunAsync_HandlerFails_ReportsTheErrorAndTakesTheNextEvent()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));
        _api.Events.Enqueue(FakeAnswer.Event("id-2"));

        FunctionRun run = await FunctionRun.RunAsync(_api, (payload, context, _) => context.RequestId == "id-1"
            ? throw new IOException("The disk\nis \"full\".")
            : Task.FromResult(payload));

        Assert.Equal(0, run.ExitCode);
        FakeRequest error = _api.Posts[0];
        Assert.Equal("/2018-06-01/runtime/invocation/id-1/error", error.Path);
        Assert.Equal("IOException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        JsonElement document = JsonElement.Parse(error.Body);
        Assert.Equal("The disk\nis \"full\".", document.GetProperty("errorMessage").GetString());
        Assert.Equal("IOException", document.GetProperty("errorType").GetString());
        Assert.StartsWith("at ", document.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/id-2/response", _api.Posts[1].Path, StringComparison.Ordinal);
        JsonElement line = Assert.Single(run.Log);
        Assert.Equal(("ERROR", "id-1"), (line.GetProperty("level").GetString(), line.GetProperty("requestId").GetString()));
        Assert.Equal("IOException", line.GetProperty("errorType").GetString());
        Assert.Equal("The disk\nis \"full\".", line.GetProperty("errorMessage").GetString());
        Assert.Contains("   at ", line.GetProperty("stackTrace").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UsersMistake_IsReportedWithoutTrace()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));

        FunctionRun run = await FunctionRun.RunAsync(_api, (_, _, _) => throw new ConfigurationException("churn.json", "$.name", "expected a name."));

        JsonElement document = JsonElement.Parse(Assert.Single(_api.Posts).Body);
        Assert.Equal(ErrorNames.Configuration, document.GetProperty("errorType").GetString());
        Assert.Equal("churn.json: $.name: expected a name.", document.GetProperty("errorMessage").GetString());
        Assert.Equal(0, document.GetProperty("stackTrace").GetArrayLength());
        Assert.False(Assert.Single(run.Log).TryGetProperty("stackTrace", out _));
    }

    [Fact]
    public async Task RunAsync_HandlerBeyondItsDeadline_IsStoppedAndReported()
    {
        long soon = TimeProvider.System.GetUtcNow().AddMilliseconds(100).ToUnixTimeMilliseconds();
        _api.Events.Enqueue(FakeAnswer.Event("id-1", "{}"u8.ToArray(), $"{soon}"));
        _api.Events.Enqueue(FakeAnswer.Event("id-2"));

        await FunctionRun.RunAsync(_api, async (payload, context, cancellationToken) =>
        {
            await Task.Delay(context.RequestId == "id-1" ? Timeout.Infinite : 0, cancellationToken);
            return payload;
        });

        JsonElement document = JsonElement.Parse(_api.Posts[0].Body);
        Assert.Equal("TimeoutException", document.GetProperty("errorType").GetString());
        Assert.Equal(
            "Test was stopped because the function's time is over; give the function more time or memory.",
            document.GetProperty("errorMessage").GetString());
        Assert.EndsWith("/id-2/response", _api.Posts[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_HandlerGivesUpByItself_IsNoTimeout()
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));

        await FunctionRun.RunAsync(_api, (_, _, _) => throw new TaskCanceledException("The connection was closed."));

        Assert.Equal("TaskCanceledException", JsonElement.Parse(Assert.Single(_api.Posts).Body).GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData(0, "response")]
    [InlineData(1, "error")]
    public async Task RunAsync_LargestAnswer_IsPostedAndLargerIsAnError(int more, string path)
    {
        _api.Events.Enqueue(FakeAnswer.Event("id-1"));

        await FunctionRun.RunAsync(_api, (_, _, _) =>
            Task.FromResult<ReadOnlyMemory<byte>>(new byte[InvocationRunner.LargestAnswer + more]));

        FakeRequest post = Assert.Single(_api.Posts);
        Assert.EndsWith(path, post.Path, StringComparison.Ordinal);
        Assert.Equal(more > 0, post.Text.Contains("Test answered 6291457 bytes, and Lambda carries at most 6291456.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000_000)]
    public async Task RunAsync_PayloadOfAnySize_ReachesTheHandler(int length)
    {
        int seen = -1;
        _api.Events.Enqueue(FakeAnswer.Event("id-1", new byte[length]));

        await FunctionRun.RunAsync(_api, (payload, _, _) =>
        {
            seen = payload.Length;
            return Task.FromResult<ReadOnlyMemory<byte>>("{}"u8.ToArray());
        });

        Assert.Equal((length, "{}"), (seen, Assert.Single(_api.Posts).Text));
    }

    [Fact]
    public async Task RunAsync_UnknownHandler_IsAnInitErrorThatNamesTheKnown()
    {
        Dictionary<string, string> variables = FunctionRun.VariablesOf(_api);
        variables["_HANDLER"] = "Planrun";

        FunctionRun run = await FunctionRun.RunAsync(variables, HandlerCatalog.Create);

        Assert.Equal(1, run.ExitCode);
        FakeRequest request = Assert.Single(_api.Requests);
        Assert.Equal("/2018-06-01/runtime/init/error", request.Path);
        Assert.Equal("ConfigurationException", request.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal(
            "handler: there is no handler 'Planrun'; expected one of BuildBaseline, PlanRun, ProfileShard, EvaluateRun, RecordFailure, Remediate, RecordRemediation, PlanCapture.",
            JsonElement.Parse(request.Body).GetProperty("errorMessage").GetString());
        Assert.Equal("FATAL", Assert.Single(run.Log).GetProperty("level").GetString());
    }

    [Fact]
    public async Task RunAsync_MissingVariable_IsAnInitErrorThatNamesIt()
    {
        Dictionary<string, string> variables = FunctionRun.VariablesOf(_api);
        variables.Remove(FunctionEnvironment.Artifacts);

        FunctionRun run = await FunctionRun.RunAsync(variables, HandlerCatalog.Create);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("MODELMONITOR_ARTIFACTS: the environment variable is not set", Assert.Single(_api.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OutsideOfLambda_SaysWhatToDoInstead()
    {
        FunctionRun run = await FunctionRun.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal), HandlerCatalog.Create);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("modelmonitor invoke", Assert.Single(run.Log).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NobodyListens_EndsWithFailure()
    {
        using TcpListener unused = new(IPAddress.Loopback, 0);
        unused.Start();
        Dictionary<string, string> variables = FunctionRun.VariablesOf(_api);
        variables["AWS_LAMBDA_RUNTIME_API"] = unused.LocalEndpoint.ToString()!;
        unused.Stop();

        FunctionRun run = await FunctionRun.RunAsync(variables, (_, _) => new DelegateHandler(FunctionRun.Echo));

        Assert.Equal((1, "FATAL"), (run.ExitCode, Assert.Single(run.Log).GetProperty("level").GetString()));
    }
}
