using System.Text;
using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class BuildBaselineHandlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<LogEntry> _log = [];
    private readonly Deployment _deployment;

    public BuildBaselineHandlerTests()
    {
        _folder.Write("monitors/churn.json", """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {} }""");
        _deployment = new Deployment(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), Stream.Null, new ManualTimeProvider(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task HandleAsync_TrainingSet_PublishesItsBaselineOnce()
    {
        _folder.Write("artifacts/datasets/churn/my train+1%20.csv", "age,plan\n20,a\n30,b\n");
        const string Key = "datasets/churn/my train+1%20.csv";

        JsonElement first = await HandleAsync(Event(Key));
        JsonElement second = await HandleAsync(Event(Key));

        Assert.Equal("Published", first.GetProperty("status").GetString());
        Assert.Equal("churn", first.GetProperty("monitor").GetString());
        Assert.Equal(2, first.GetProperty("rows").GetInt64());
        Assert.Equal("Unchanged", second.GetProperty("status").GetString());
        string version = first.GetProperty("version").GetString()!;
        Assert.Equal(version, second.GetProperty("version").GetString());
        Assert.Equal(version, second.GetProperty("current").GetString());
        Assert.Equal(version, (await BaselineVersions.ReadCurrentAsync(_deployment.Artifacts, "churn")).Version);
    }

    [Fact]
    public async Task HandleAsync_MonitorThatPromotesByHand_SaysThatTheVersionWaits()
    {
        _folder.Write(
            "monitors/churn.json",
            """{ "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {}, "baseline": { "promote": "manual" } }""");
        _folder.Write("artifacts/datasets/churn/train.csv", "age,plan\n20,a\n30,b\n");

        JsonElement answer = await HandleAsync(Event("datasets/churn/train.csv"));

        Assert.Equal("Published", answer.GetProperty("status").GetString());
        Assert.True(answer.GetProperty("waits").GetBoolean());
        Assert.False(answer.TryGetProperty("current", out JsonElement current) && current.ValueKind != JsonValueKind.Null);
        Assert.Null(await BaselineVersions.FindHistoryAsync(_deployment.Artifacts, "churn"));
        LogEntry warning = Assert.Single(_log, entry => entry.Level == LogLevel.Warn);
        Assert.Contains(warning.Fields, field => field.Text == answer.GetProperty("version").GetString());
    }

    [Fact]
    public async Task HandleAsync_UnreadableRows_AreLoggedWithTheirPlace()
    {
        _folder.Write("artifacts/datasets/churn/train.jsonl", "{\"a\":1}\nnonsense\n");

        JsonElement answer = await HandleAsync(Event("datasets/churn/train.jsonl"));

        Assert.Equal(1, answer.GetProperty("unreadable").GetInt64());
        LogEntry warning = Assert.Single(_log, entry => entry.Level == LogLevel.Warn);
        Assert.Contains(warning.Fields, field => field.Text == "datasets/churn/train.jsonl");
    }

    [Theory]
    [InlineData("datasets/churn/2026/part-0.csv", "which _SUCCESS completes")]
    [InlineData("datasets/churn/gone.csv", "no such training set any more")]
    [InlineData("datasets/churn/../../etc/passwd", "a training set is a file under")]
    public async Task HandleAsync_ObjectThatCompletesNoTrainingSet_IsIgnoredWithTheReason(string key, string reason)
    {
        JsonElement answer = await HandleAsync(Event(key));

        Assert.Equal("Ignored", answer.GetProperty("status").GetString());
        Assert.Contains(reason, answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Single(_log, entry => entry.Fields.Any(field => field.Name == "reason"));
        Assert.False(Directory.Exists(_folder.PathOf("artifacts", "baselines")));
    }

    [Fact]
    public async Task HandleAsync_UnknownMonitor_IsTheUsersMistake()
    {
        _folder.Write("artifacts/datasets/fraud/train.csv", "a\n1\n");

        ConfigurationException exception =
            await Assert.ThrowsAsync<ConfigurationException>(() => HandleAsync(Event("datasets/fraud/train.csv")));

        Assert.Contains("'fraud'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "expected the event")]
    [InlineData("[]", "expected the event")]
    [InlineData("null", "$.detail.object.key: expected the key")]
    [InlineData("{}", "$.detail.object.key: expected the key")]
    [InlineData("""{"detail":{"object":{"key":""}}}""", "$.detail.object.key: expected the key")]
    [InlineData("""{"detail":{"object":{"key":5}}}""", "$.detail.object.key: expected the event")]
    public async Task HandleAsync_OtherEvent_SaysWhatWasExpected(string payload, string expected)
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => HandleAsync(payload));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Event(string key) => $$"""
        {
          "version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "Object Created", "source": "aws.s3",
          "account": "123456789012", "time": "2026-11-22T10:00:00Z", "region": "us-east-1", "resources": ["arn:aws:s3:::artifacts"],
          "detail": {
            "version": "0", "bucket": { "name": "artifacts" },
            "object": { "key": {{JsonSerializer.Serialize(key)}}, "size": 5, "etag": "b1946ac92492d2347c6235b4d2611184", "sequencer": "0062E99A88DC407460" },
            "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012", "source-ip-address": "1.2.3.4", "reason": "PutObject"
          }
        }
        """;

    private async Task<JsonElement> HandleAsync(string payload)
    {
        LogList log = new(_log);
        InvocationContext context = new("request", DateTimeOffset.MaxValue, new InvocationLog(log, _deployment.Time));
        ReadOnlyMemory<byte> answer = await new BuildBaselineHandler(_deployment).HandleAsync(
            Encoding.UTF8.GetBytes(payload), context, CancellationToken.None);
        using JsonDocument document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    private sealed class LogList(List<LogEntry> entries) : ILogWriter
    {
        public void Write(LogEntry entry) => entries.Add(entry);
    }
}
