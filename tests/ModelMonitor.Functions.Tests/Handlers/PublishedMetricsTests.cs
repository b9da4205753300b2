using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

/// <summary>What the handlers of a run write for CloudWatch.</summary>
public sealed class PublishedMetricsTests : IDisposable
{
    private const string Request = """{"monitor":"churn","window":"2026-11-22T10:00Z/PT1H"}""";

    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStream _metrics = new();
    private readonly Deployment _deployment;

    public PublishedMetricsTests()
    {
        _folder.Write("monitors/churn.json", """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""");
        _folder.Write("artifacts/datasets/churn/train.csv", "score,age\n" + Rows(200, "{1},{0}"));
        _deployment = new Deployment(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), _metrics, new ManualTimeProvider(Ten.AddHours(2)));
    }

    [Fact]
    public async Task Run_WithData_PublishesTheRunAndItsFeatures()
    {
        _folder.Write(
            "captures/capture/churn-xgboost/AllTraffic/2026/11/22/10/00-00-000-a.jsonl",
            Rows(100, """{{"captureData":{{"endpointInput":{{"observedContentType":"text/csv","mode":"INPUT","data":"{0}","encoding":"CSV"}},"endpointOutput":{{"observedContentType":"text/csv","mode":"OUTPUT","data":"{1}","encoding":"CSV"}}}},"eventMetadata":{{"eventId":"e","inferenceTime":"2026-11-22T10:30:00Z"}},"eventVersion":"0"}}"""));

        IReadOnlyList<EmbeddedMetric> metrics = await RunAsync();

        Assert.All(metrics, metric => Assert.Equal(Ten.AddHours(1), metric.Timestamp));
        Assert.Equal(100, ValueOf(metrics, "rows"));
        Assert.Equal(1, ValueOf(metrics, "run_completed"));
        Assert.Equal(1800, ValueOf(metrics, "capture_lag_seconds"));
        Assert.InRange(ValueOf(metrics, "cost_usd")!.Value, 1e-5, 1e-2);
        EmbeddedMetric age = Assert.Single(metrics, metric => metric.Name == "feature_data_age");
        Assert.Equal("aws/sagemaker/Endpoints/data-metrics", age.Namespace);
        Assert.Equal("churn-xgboost", age.Dimensions["Endpoint"]);
        Assert.Equal("churn", age.Dimensions["MonitoringSchedule"]);
        Assert.Equal(100, age.Statistics!.Count);
        Assert.Contains(metrics, metric => metric.Name == "feature_baseline_drift_score");
    }

    [Fact]
    public async Task Run_WithoutData_SaysSo()
    {
        IReadOnlyList<EmbeddedMetric> metrics = await RunAsync();

        Assert.Equal((1.0, 1.0, 0.0), (ValueOf(metrics, "no_data"), ValueOf(metrics, "run_completed"), ValueOf(metrics, "run_failed")));
        Assert.Equal(0, ValueOf(metrics, "publication_failures"));
        Assert.DoesNotContain(metrics, metric => metric.Name.StartsWith("feature_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("site")]
    [InlineData("history")]
    public async Task Run_ThatCannotBePublished_CountsWhatFailed(string blocked)
    {
        _folder.Write($"artifacts/{blocked}", "a file where a folder is needed");

        IReadOnlyList<EmbeddedMetric> metrics = await RunAsync();

        EmbeddedMetric failures = Assert.Single(metrics, metric => metric.Name == "publication_failures");
        Assert.Equal(("ModelMonitor", 1.0, Ten.AddHours(1)), (failures.Namespace, failures.Value, failures.Timestamp));
        Assert.Equal(("churn", "data-quality"), (failures.Dimensions["Monitor"], failures.Dimensions["Kind"]));
        Assert.Equal(1, ValueOf(metrics, "run_completed"));
    }

    [Fact]
    public async Task RecordFailure_PlanningFailed_PublishesTheFailureOfEveryKind()
    {
        await InvokeAsync(
            HandlerNames.RecordFailure, $$"""{"monitor":"churn","request":{{Request}},"error":"States.Timeout","cause":"too slow"}""");

        IReadOnlyList<EmbeddedMetric> metrics = Published();
        Assert.Equal((1.0, 0.0), (ValueOf(metrics, "run_failed"), ValueOf(metrics, "run_completed")));
        Assert.All(metrics, metric => Assert.Equal("data-quality", metric.Dimensions["Kind"]));
        Assert.All(metrics, metric => Assert.Equal(Ten.AddHours(1), metric.Timestamp));
    }

    [Fact]
    public async Task RecordFailure_UnknownMonitor_PublishesNothing()
    {
        await InvokeAsync(HandlerNames.RecordFailure, """{"monitor":"no\nsuch","error":"E","cause":"c"}""");

        Assert.Empty(Published());
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _folder.Dispose();
    }

    private async Task<IReadOnlyList<EmbeddedMetric>> RunAsync()
    {
        await InvokeAsync(HandlerNames.BuildBaseline, """{"detail":{"object":{"key":"datasets/churn/train.csv"}}}""");
        JsonElement planned = await InvokeAsync(HandlerNames.PlanRun, Request);
        JsonElement run = Assert.Single(planned.GetProperty("runs").EnumerateArray());
        if (run.GetProperty("status").GetString() == PlanStatus.Planned)
        {
            using JsonDocument shards = JsonDocument.Parse(
                File.ReadAllBytes(_folder.PathOf(["artifacts", .. run.GetProperty("shardsKey").GetString()!.Split('/')])));
            foreach (JsonElement shard in shards.RootElement.EnumerateArray())
            {
                await InvokeAsync(HandlerNames.ProfileShard, shard.GetRawText());
            }
        }

        await InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());
        return Published();
    }

    private static string Rows(int count, string format) =>
        string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, format, 20 + i % 50, 0.01 * (i % 90)) + "\n"));

    private static double? ValueOf(IReadOnlyList<EmbeddedMetric> metrics, string name) =>
        Assert.Single(metrics, metric => metric.Name == name).Value;

    private IReadOnlyList<EmbeddedMetric> Published() => EmbeddedMetricReader.ReadAll(Encoding.UTF8.GetString(_metrics.ToArray()));

    private async Task<JsonElement> InvokeAsync(string handler, string payload)
    {
        InvocationContext context = new("request", DateTimeOffset.MaxValue, new InvocationLog(new Silence(), _deployment.Time));
        ReadOnlyMemory<byte> answer = await HandlerCatalog.Create(handler, _deployment).HandleAsync(
            Encoding.UTF8.GetBytes(payload), context, CancellationToken.None);
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    private sealed class Silence : ILogWriter
    {
        public void Write(LogEntry entry)
        {
        }
    }
}
