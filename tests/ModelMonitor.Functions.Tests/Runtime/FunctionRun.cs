using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Runtime;

namespace ModelMonitor.Functions.Tests.Runtime;

/// <summary>A function's process run inside the test's until its Runtime API is gone, and what came of it.</summary>
internal sealed record FunctionRun(int ExitCode, IReadOnlyList<JsonElement> Log, IReadOnlyList<string?> TraceIds)
{
    /// <summary>A handler that answers with the event.</summary>
    public static Func<ReadOnlyMemory<byte>, InvocationContext, CancellationToken, Task<ReadOnlyMemory<byte>>> Echo { get; } =
        (payload, _, _) => Task.FromResult(payload);

    /// <summary>Runs a function whose handler does as told.</summary>
    public static Task<FunctionRun> RunAsync(
        FakeRuntimeApi api, Func<ReadOnlyMemory<byte>, InvocationContext, CancellationToken, Task<ReadOnlyMemory<byte>>> handle) =>
        RunAsync(VariablesOf(api), (_, _) => new DelegateHandler(handle));

    /// <summary>Runs a function in an environment of choice.</summary>
    public static async Task<FunctionRun> RunAsync(
        IReadOnlyDictionary<string, string> variables, Func<string, Deployment, IHandler> createHandler)
    {
        using MemoryStream output = new();
        ConcurrentQueue<string?> traceIds = [];
        FunctionProcess process = new(
            variables.GetValueOrDefault,
            (name, value) =>
            {
                Assert.Equal("_X_AMZN_TRACE_ID", name);
                traceIds.Enqueue(value);
            },
            Stream.Synchronized(output),
            TimeProvider.System)
        {
            CreateHandler = createHandler,
            Retry = new RuntimeRetry(TimeProvider.System) { FirstDelay = TimeSpan.FromMilliseconds(1) },
        };
        int exitCode = await process.RunAsync(CancellationToken.None);
        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new FunctionRun(exitCode, [.. lines.Select(line => JsonElement.Parse(line))], [.. traceIds]);
    }

    /// <summary>What Lambda sets for a function.</summary>
    public static Dictionary<string, string> VariablesOf(FakeRuntimeApi api) => new(StringComparer.Ordinal)
    {
        ["AWS_LAMBDA_RUNTIME_API"] = api.Address,
        ["AWS_LAMBDA_FUNCTION_NAME"] = "monitor-plan",
        ["_HANDLER"] = HandlerNames.PlanRun,
        [FunctionEnvironment.Artifacts] = "artifacts",
        [FunctionEnvironment.Captures] = "captures",
    };
}
