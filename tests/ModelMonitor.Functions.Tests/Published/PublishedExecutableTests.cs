using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Exports.History;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Functions.Tests.Handlers;
using ModelMonitor.Functions.Tests.Runtime;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using Xunit.Abstractions;

namespace ModelMonitor.Functions.Tests.Published;

/// <summary>What only the natively compiled executable can show: that it starts, and that nothing it needs was left out.</summary>
public sealed partial class PublishedExecutableTests(PublishedExecutable executable, ITestOutputHelper output)
    : IClassFixture<PublishedExecutable>, IDisposable
{
    private const int LargestSize = 34_000_000;
    private const int NewestGlibcOfLambda = 34;
    private const int Starts = 20;

    private static readonly string[] Places = ["artifacts", "expected"];
    private static readonly string[] Documents = ["statistics.json", "constraints.json"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublishedFact]
    public void Executable_FitsLambda()
    {
        byte[] content = File.ReadAllBytes(executable.Path);
        int glibc = GlibcVersion().Matches(Encoding.Latin1.GetString(content))
            .Max(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

        output.WriteLine($"{content.Length / 1e6:F1} MB, needs glibc 2.{glibc}");
        Assert.InRange(content.Length, 1, LargestSize);
        Assert.InRange(glibc, 2, NewestGlibcOfLambda);

        // Nothing has to go along with it; the CDK app leaves a mark of what it published.
        Assert.Equal(
            ["bootstrap"],
            Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(executable.Path)!).Select(Path.GetFileName).Where(name => name != "published.txt"));
    }

    [PublishedFact]
    public async Task Start_AsksForAnEvent()
    {
        List<double> milliseconds = [];
        for (int i = 0; i < Starts; i++)
        {
            await using FakeRuntimeApi api = new();
            TaskCompletionSource<long> asked = new();
            api.Events.Enqueue(FakeAnswer.Dropped with { Delay = TimeSpan.FromHours(1) });
            api.Arrived = request => asked.TrySetResult(Stopwatch.GetTimestamp());
            long start = Stopwatch.GetTimestamp();
            await using RunningFunction function = RunningFunction.Start(
                executable.Path, api, HandlerNames.BuildBaseline, OnS3());

            milliseconds.Add(Stopwatch.GetElapsedTime(start, await asked.Task).TotalMilliseconds);
            Assert.EndsWith("/invocation/next", Assert.Single(api.Requests).Path, StringComparison.Ordinal);
        }

        output.WriteLine($"median of {Starts} starts up to the first request for an event: {milliseconds.Order().ElementAt(Starts / 2):F1} ms");
    }

    [PublishedFact]
    public async Task UnknownHandler_IsAnInitErrorAndTheEnd()
    {
        await using FakeRuntimeApi api = new();
        await using RunningFunction function = RunningFunction.Start(executable.Path, api, "Nothing", OnFolders());

        (int exitCode, IReadOnlyList<JsonElement> log) = await function.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal("/2018-06-01/runtime/init/error", Assert.Single(api.Requests).Path);
        Assert.Equal("ConfigurationException", Assert.Single(log).GetProperty("errorType").GetString());
    }

    [PublishedFact]
    public async Task FaultyEvent_IsReportedAndTheNextHandled()
    {
        await using FakeRuntimeApi api = new();
        api.Events.Enqueue(FakeAnswer.Event("id-1", "nonsense"));
        api.Events.Enqueue(FakeAnswer.Event("id-2", Created("datasets/churn/a/b.csv")));
        await using RunningFunction function = RunningFunction.Start(executable.Path, api, HandlerNames.BuildBaseline, OnFolders());

        (int exitCode, IReadOnlyList<JsonElement> log) = await function.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["/2018-06-01/runtime/invocation/id-1/error", "/2018-06-01/runtime/invocation/id-2/response"],
            api.Posts.Select(post => post.Path));
        Assert.Equal("ConfigurationException", JsonElement.Parse(api.Posts[0].Body).GetProperty("errorType").GetString());
        Assert.Contains(log, line => line.GetProperty("requestId").GetString() == "id-1" && line.GetProperty("level").GetString() == "ERROR");
    }

    [PublishedFact]
    public Task CsvTrainingSet_MakesTheBaselineThatTheEngineMakes()
    {
        string rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},{i * 0.5},{(i % 7 == 0 ? "" : "p" + i % 5)}\n"));
        return AssertSameBaselineAsync("train.csv", "csv", Encoding.UTF8.GetBytes("i,d,s\n" + rows));
    }

    [PublishedFact]
    public async Task ParquetTrainingSetOfAllTypes_MakesTheBaselineThatTheEngineMakes() =>
        await AssertSameBaselineAsync("train.parquet", "parquet", await ParquetOfAllTypes.WriteAsync());

    [PublishedFact]
    public async Task RunOfAWindow_WritesTheHistoryThatTheEngineWrites()
    {
        using RunHandlersFixture steps = new();
        await steps.BaselineAsync();
        steps.Capture("05-00-000-a.jsonl", 100);
        JsonElement run = (await steps.PlanAsync())[0];
        await steps.ProfileAsync(run);
        await using FakeRuntimeApi api = new();
        api.Events.Enqueue(FakeAnswer.Event("id-1", run.GetRawText()));
        await using RunningFunction function = RunningFunction.Start(executable.Path, api, HandlerNames.EvaluateRun, steps.Environment);

        (int exitCode, IReadOnlyList<JsonElement> log) = await function.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(0, JsonElement.Parse(Assert.Single(api.Posts).Body).GetProperty("failedPublications").GetInt32());
        StoredReport? report = await StoredReport.ReadAsync(steps.Deployment.Artifacts, RunHandlersFixture.ReportFolder, CancellationToken.None);
        Assert.Equal(
            await HistoryParquet.WriteAsync(HistoryRows.Of(report!, "")),
            await steps.Deployment.Artifacts.ReadAllAsync(ObjectKeys.HistoryFile(
                "churn", "data-quality", RunHandlersFixture.Ten, RunHandlersFixture.Ten.AddHours(1))));
    }

    [PublishedFact]
    public async Task RulesAndScripts_RunAsInTheEngine()
    {
        using RunHandlersFixture steps = new();
        steps.WriteRules();
        await steps.BaselineAsync();
        steps.Capture("05-00-000-a.jsonl", 90);
        JsonElement run = (await steps.PlanAsync())[0];
        byte[] shards = await steps.Deployment.Artifacts.ReadAllAsync(run.GetProperty("shardsKey").GetString()!);
        JsonElement shard = Assert.Single(JsonElement.Parse(shards).EnumerateArray());

        await AnswerAsync(steps, HandlerNames.ProfileShard, shard.GetRawText());
        await AnswerAsync(steps, HandlerNames.EvaluateRun, run.GetRawText());

        await RulesAssert.AreJudgedAsync(steps);
    }

    private async Task AnswerAsync(RunHandlersFixture steps, string handler, string payload)
    {
        await using FakeRuntimeApi api = new();
        api.Events.Enqueue(FakeAnswer.Event("id-1", payload));
        await using RunningFunction function = RunningFunction.Start(executable.Path, api, handler, steps.Environment);
        (int exitCode, _) = await function.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.EndsWith("/response", Assert.Single(api.Posts).Path, StringComparison.Ordinal);
    }

    /// <summary>Has the executable make a baseline, and the same handler in this process; both write the same bytes.</summary>
    private async Task AssertSameBaselineAsync(string name, string format, byte[] dataset)
    {
        string options = format == "csv" ? """{ "header": true }""" : "{}";
        _folder.Write(
            "monitors/churn.json",
            $$"""{ "name": "churn", "endpoint": "e", "dataset": { "format": { "{{format}}": {{options}} } }, "dataQuality": {} }""");
        string key = $"datasets/churn/{name}";
        foreach (string place in Places)
        {
            string file = _folder.Write($"{place}/{key}", "");
            await File.WriteAllBytesAsync(file, dataset);
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        }

        await using FakeRuntimeApi api = new();
        api.Events.Enqueue(FakeAnswer.Event("id-1", Created(key)));
        await using RunningFunction function = RunningFunction.Start(executable.Path, api, HandlerNames.BuildBaseline, OnFolders());
        (int exitCode, IReadOnlyList<JsonElement> log) = await function.EndAsync();
        Deployment deployment = new(_folder.PathOf("expected"), _folder.Root, _folder.PathOf("monitors"), Stream.Null, TimeProvider.System);
        InvocationContext context = new("r", DateTimeOffset.MaxValue, new InvocationLog(new DiscardedLog(), TimeProvider.System));
        await HandlerCatalog.Create(HandlerNames.BuildBaseline, deployment)
            .HandleAsync(Encoding.UTF8.GetBytes(Created(key)), context, CancellationToken.None);

        Assert.Equal(0, exitCode);
        Assert.Equal("Published", JsonElement.Parse(Assert.Single(api.Posts).Body).GetProperty("status").GetString());
        Assert.DoesNotContain(log, line => line.GetProperty("level").GetString() is "WARN" or "ERROR");
        foreach (string document in Documents)
        {
            Assert.Equal(await ReadAsync("expected", document), await ReadAsync("artifacts", document));
        }
    }

    private Task<string> ReadAsync(string place, string document) => File.ReadAllTextAsync(
        Assert.Single(Directory.GetFiles(_folder.PathOf(place, "baselines"), document, SearchOption.AllDirectories)));

    private static string Created(string key) => $$"""{ "detail": { "object": { "key": "{{key}}" } } }""";

    private (string Name, string Value)[] OnFolders() =>
    [
        (FunctionEnvironment.Artifacts, _folder.PathOf("artifacts")),
        (FunctionEnvironment.Captures, _folder.PathOf("captures")),
        (FunctionEnvironment.Monitors, _folder.PathOf("monitors")),
    ];

    /// <summary>As it is deployed; nothing is asked of S3 before the first event.</summary>
    private static (string Name, string Value)[] OnS3() =>
    [
        (FunctionEnvironment.Artifacts, "s3://artifacts-bucket"),
        (FunctionEnvironment.Captures, "s3://captures-bucket"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "key"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
    ];

    [GeneratedRegex(@"GLIBC_2\.(\d+)")]
    private static partial Regex GlibcVersion();
}
