using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

/// <summary>A deployment on folders, and the steps of the state machine.</summary>
internal sealed class RunHandlersFixture : IDisposable
{
    public const string Monitor = "churn";

    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public RunHandlersFixture()
    {
        _folder.Write("monitors/churn.json", """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""");
        Deployment = new Deployment(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), Stream.Null, Time);
    }

    public ManualTimeProvider Time { get; } = new(Ten.AddHours(1).AddMinutes(10));

    public Deployment Deployment { get; }

    /// <summary>The environment of a function of the same deployment.</summary>
    public (string Name, string Value)[] Environment =>
    [
        (FunctionEnvironment.Artifacts, _folder.PathOf("artifacts")),
        (FunctionEnvironment.Captures, _folder.PathOf("captures")),
        (FunctionEnvironment.Monitors, _folder.PathOf("monitors")),
    ];

    public IObjectStore Captures => new FolderObjectStore(_folder.PathOf("captures"));

    public static string ReportFolder => "reports/churn-xgboost/churn/2026/11/22/11/";

    public void Dispose() => _folder.Dispose();

    /// <summary>Has the monitor look hour by hour for as long as it takes, then once a day.</summary>
    public void WriteStages() => _folder.Write("monitors/churn.json", """
        { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {},
          "stages": [{ "schedule": "hourly", "relaxAfter": "P1D" }, { "schedule": "daily" }] }
        """);

    /// <summary>Has the monitor compare by a method.</summary>
    public void WriteMethod(string method) => _folder.Write(
        "monitors/churn.json",
        $$"""{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": { "drift": { "method": "{{method}}" } } }""");

    /// <summary>Has the monitor make rows by a script, and judge them by rules of every scope, of which one is not met, and a script.</summary>
    public void WriteRules()
    {
        _folder.Write("monitors/churn.json", """
            { "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, "preprocess": "churn.js", "postprocess": "churn.js",
              "rules": [
                { "name": "plans", "over": "row", "expression": "/^[a-z]+$/.test(row.plan) && row.plan !== 'basic'" },
                { "name": "ages", "over": "profile", "expression": "current.age.mean <= 1.15 * baseline.age.mean && current.age.quantile(0.5) > 0" },
                { "name": "steady", "over": "history", "expression": "change(violations, '24h') < 3" }
              ] }
            """);
        _folder.Write("monitors/churn.js", """
            function preprocess(record) {
              const [age, plan] = record.captureData.endpointInput.data.split(",");
              return [{ score: Number(record.captureData.endpointOutput.data), age: Number(age), plan }];
            }
            function postprocess(report) {
              return { violations: [{ message: `${report.rows} rows` }], metrics: { mean_age: report.current.age.mean } };
            }
            """);
    }

    /// <summary>Puts the baseline of a training set like the traffic where runs look for it.</summary>
    public Task BaselineAsync() => BaselineAsync(ObjectKeys.BaselinesOf(Monitor));

    /// <summary>Puts it there as a version, and makes that the current one.</summary>
    /// <returns>The version's folder.</returns>
    public async Task<string> VersionedBaselineAsync()
    {
        const string Version = "20261122T000000Z-0123abcd";
        await BaselineAsync(ObjectKeys.BaselineFolder(Monitor, Version));
        _folder.Write("artifacts/" + ObjectKeys.CurrentBaseline(Monitor), $$"""{ "version": "{{Version}}" }""");
        return ObjectKeys.BaselineFolder(Monitor, Version);
    }

    private async Task BaselineAsync(string folder)
    {
        StringBuilder csv = new("score,age,plan\n");
        for (int i = 0; i < 500; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Row(i)}\n");
        }

        _folder.Write("train/train.csv", csv.ToString());
        await BaselineBuilder.BuildAsync(
            new RunSettings
            {
                Monitor = Monitor,
                Input = new FolderObjectStore(_folder.PathOf("train")),
                Format = InputFormat.Csv,
                Artifacts = Deployment.Artifacts,
                ReportPrefix = folder,
            },
            "train.csv");
    }

    /// <summary>Captures rows of the hour from ten on.</summary>
    public void Capture(string name, int rows, string? firstLine = null)
    {
        IEnumerable<string> lines = Enumerable.Range(0, rows).Select(i => Line(Ten.AddSeconds(i), Row(i)));
        _folder.Write(
            $"captures/capture/churn-xgboost/AllTraffic/2026/11/22/10/{name}",
            string.Join('\n', firstLine is null ? lines : lines.Prepend(firstLine)) + "\n");
    }

    /// <summary>Invokes a handler as the state machine does.</summary>
    public async Task<JsonElement> InvokeAsync(string handler, string payload, CancellationToken cancellationToken = default)
    {
        InvocationContext context = new("request", Time.GetUtcNow().AddMinutes(1), new InvocationLog(new NoLog(), Time));
        ReadOnlyMemory<byte> answer = await HandlerCatalog.Create(handler, Deployment)
            .HandleAsync(Encoding.UTF8.GetBytes(payload), context, cancellationToken);
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    public async Task<JsonElement> PlanAsync() =>
        (await InvokeAsync(HandlerNames.PlanRun, """{"monitor":"churn","time":"2026-11-22T11:00:00Z","settleSeconds":600}"""))
            .GetProperty("runs");

    /// <summary>Invokes ProfileShard for each item of a planned run's shards, last first.</summary>
    public async Task ProfileAsync(JsonElement run)
    {
        byte[] shards = await Deployment.Artifacts.ReadAllAsync(run.GetProperty("shardsKey").GetString()!);
        using JsonDocument document = JsonDocument.Parse(shards);
        foreach (JsonElement item in document.RootElement.EnumerateArray().Reverse())
        {
            await InvokeAsync(HandlerNames.ProfileShard, item.GetRawText());
        }
    }

    /// <summary>Plans what is due and takes it to its report.</summary>
    public async Task<JsonElement> RunAsync()
    {
        JsonElement run = (await PlanAsync()).EnumerateArray().Last();
        await ProfileAsync(run);
        return await InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());
    }

    public async Task<RunRecord?> RecordAsync()
    {
        byte[]? content = await Deployment.Artifacts.TryReadAllAsync(ReportFolder + ObjectKeys.Run);
        return content is null ? null : JsonSerializer.Deserialize(content, RunJsonContext.Default.RunRecord);
    }

    private static string Row(int i) => string.Create(
        CultureInfo.InvariantCulture, $"{0.05 + i * 13 % 90 / 100.0:F2},{20 + i * 7 % 50},{(i % 3 == 0 ? "basic" : "plus")}");

    private static string Line(DateTimeOffset time, string row)
    {
        string[] parts = row.Split(',', 2);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{parts[1]}}}","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv; charset=utf-8","mode":"OUTPUT","data":"{{{parts[0]}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"e","inferenceTime":"{{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""");
    }

    private sealed class NoLog : ILogWriter
    {
        public void Write(LogEntry entry)
        {
        }
    }
}
