using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

/// <summary>The samples, on a deployment whose monitor they are about.</summary>
public sealed class RemediationHandlersTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 12, 50, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly Deployment _deployment;

    public RemediationHandlersTests()
    {
        _folder.Write(
            "monitors/churn.json",
            """
            {
              "name": "churn", "endpoint": "churn-xgboost", "dataQuality": {},
              "alarms": [{ "metric": "feature_baseline_drift_Day Mins", "threshold": 0.1, "remediate": true }],
              "remediation": { "pipeline": "churn-retrain", "dryRun": false }
            }
            """);
        _folder.Write(
            "artifacts/reports/churn-xgboost/churn/2026/11/22/15/run.json",
            """
            {
              "version": 1, "monitor": "churn", "kind": "data-quality", "outcome": "CompletedWithViolations", "message": "",
              "window": { "start": "2026-11-22T14:00:00+00:00", "end": "2026-11-22T15:00:00+00:00" },
              "fingerprint": "f", "inputFingerprint": "i", "engineVersion": "1", "rows": 1000, "violations": 1
            }
            """);
        _deployment = new Deployment(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), Stream.Null, new ManualTimeProvider(Now));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Samples_OneAfterTheOther_StartAPipelineAndTellThatItFailed()
    {
        JsonElement order = await InvokeAsync(HandlerNames.Remediate, Sample("remediate"));
        JsonElement started = await InvokeAsync(HandlerNames.RecordRemediation, $$"""
            {
              "step": "Started", "execution": "e", "runbook": "r", "monitor": "churn",
              "recordKey": "{{order.GetProperty("recordKey").GetString()}}",
              "started": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn-retrain/execution/p4jn9xou8a8s"
            }
            """);
        JsonElement ended = await InvokeAsync(HandlerNames.RecordRemediation, Sample("record-remediation"));

        Assert.Equal("StartPipeline", order.GetProperty("action").GetString());
        Assert.Equal(64, order.GetProperty("token").GetString()!.Length);
        Assert.Equal("Monitor", order.GetProperty("parameters")[0].GetProperty("Name").GetString());
        Assert.False(order.TryGetProperty("notice", out _));
        Assert.Equal("Retraining started: churn", started.GetProperty("notice").GetProperty("subject").GetString());
        Assert.Equal(86_400, started.GetProperty("waitSeconds").GetInt32());
        Assert.Equal("Retraining failed: churn", ended.GetProperty("notice").GetProperty("subject").GetString());
        Assert.False(ended.TryGetProperty("waitSeconds", out _));
    }

    [Theory]
    [InlineData("ModelMonitor/churn/feature-baseline", "ModelMonitor/gone/feature-baseline", "MonitorUnknown")]
    [InlineData("\"account\": \"123456789012\",\n    \"time\"", "\"account\": \"210987654321\",\n    \"time\"", "NotOurs")]
    [InlineData("aws.cloudwatch", "aws.ec2", "Malformed")]
    public async Task Remediate_EventThatDoesNotCount_IsAnsweredWithTheReasonAndLeavesNothing(string from, string to, string reason)
    {
        string sample = Sample("remediate");
        Assert.Contains(from, sample, StringComparison.Ordinal);

        JsonElement order = await InvokeAsync(HandlerNames.Remediate, sample.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(("StartNothing", reason), (order.GetProperty("action").GetString(), order.GetProperty("reason").GetString()));
        Assert.Empty(await _deployment.Artifacts.ListAsync(ObjectKeys.Remediations).ToListAsync());
    }

    [Fact]
    public async Task Remediate_PayloadThatIsNoRequest_IsTheCallersMistake() => await Assert.ThrowsAsync<ConfigurationException>(
        () => InvokeAsync(HandlerNames.Remediate, """{ "event": 5 }"""));

    private static string Sample(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "events", $"{name}.json")).ReplaceLineEndings("\n");

    private async Task<JsonElement> InvokeAsync(string handler, string payload)
    {
        InvocationContext context = new("request", Now.AddMinutes(1), new InvocationLog(new NoLog(), TimeProvider.System));
        return JsonElement.Parse((await HandlerCatalog.Create(handler, _deployment)
            .HandleAsync(Encoding.UTF8.GetBytes(payload), context, CancellationToken.None)).Span);
    }

    private sealed class NoLog : ILogWriter
    {
        public void Write(LogEntry entry)
        {
        }
    }
}
