using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Handlers;
using ModelMonitor.Functions.Logging;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class PlanCaptureHandlerTests : IDisposable
{
    private const string Monitor = """
        { "name": "churn", "endpoint": "churn-demo", "dataQuality": {},
          "capture": { "configureEndpoint": true, "dryRun": DRY, "bucket": "captures" },
          "stages": [{ "schedule": "hourly", "samplingPercentage": 80, "relaxAfter": "P7D" }, { "schedule": "daily", "samplingPercentage": 5 }] }
        """;

    private static readonly string Sample = File.ReadAllText(Path.Combine(Repository.Root, "events", "plan-capture.json"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HandleAsync_CaptureIsOff_AnswersTheConfigurationToCreate()
    {
        CaptureAnswer answer = await InvokeAsync(dryRun: false);

        JsonElement configuration = answer.Configuration!.Value;
        Assert.Equal((CaptureStatus.Update, false), (answer.Status, answer.RetainDeploymentConfig));
        Assert.Equal(answer.ConfigurationName, configuration.GetProperty("EndpointConfigName").GetString());
        Assert.Equal(80, configuration.GetProperty("DataCaptureConfig").GetProperty("InitialSamplingPercentage").GetInt32());
        Assert.Equal("retention", configuration.GetProperty("Tags")[0].GetProperty("Value").GetString());
    }

    [Fact]
    public async Task HandleAsync_LaterStage_SamplesAsItSays()
    {
        _folder.Write($"artifacts/{ObjectKeys.StageProgress("churn")}", """
            { "version": 1, "monitor": "churn", "baseline": "v1", "entries": [
                { "stage": 0, "since": "2026-11-01T00:00:00+00:00" }, { "stage": 1, "since": "2026-11-08T00:00:00+00:00" }] }
            """);

        CaptureAnswer answer = await InvokeAsync(dryRun: false);

        Assert.Contains(answer.Changes, change => change is { Field: "InitialSamplingPercentage", Wanted: "5" });
    }

    [Fact]
    public async Task HandleAsync_DryRun_AnswersAndNotesTheChangesAlone()
    {
        CaptureAnswer answer = await InvokeAsync(dryRun: true);

        Assert.Equal(CaptureStatus.DryRun, answer.Status);
        Assert.Null(answer.Configuration);
        Assert.NotEmpty(answer.Changes);
        Assert.Contains("DryRun", File.ReadAllText(_folder.PathOf("artifacts", "endpoints", "churn-demo", "capture.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandleAsync_DeploymentConfigOfTheLastUpdate_IsRetained() =>
        Assert.True((await InvokeAsync(dryRun: false, Sample.Replace("\"EndpointStatus\"", "\"LastDeploymentConfig\": {}, \"EndpointStatus\"", StringComparison.Ordinal)))
            .RetainDeploymentConfig);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "endpoint": 5, "configuration": {} }""")]
    [InlineData("""{ "endpoint": { "EndpointName": 7 }, "configuration": {} }""")]
    [InlineData("""{ "endpoint": { "EndpointName": "churn-demo" }, "configuration": "x" }""")]
    [InlineData("""{ "endpoint": { "EndpointName": "another", "EndpointStatus": "InService" }, "configuration": { "EndpointConfigName": "a", "ProductionVariants": [{}] } }""")]
    public async Task HandleAsync_WhatIsNoRequest_IsAConfigurationError(string payload) =>
        await Assert.ThrowsAsync<ConfigurationException>(() => InvokeAsync(dryRun: false, payload));

    private async Task<CaptureAnswer> InvokeAsync(bool dryRun, string? payload = null)
    {
        _folder.Write("monitors/churn.json", Monitor.Replace("DRY", dryRun ? "true" : "false", StringComparison.Ordinal));
        Deployment deployment = new(
            _folder.PathOf("artifacts"), _folder.PathOf("captures"), _folder.PathOf("monitors"), Stream.Null, TimeProvider.System);
        InvocationContext context = new("request", DateTimeOffset.MaxValue, new InvocationLog(new NoLog(), TimeProvider.System));
        ReadOnlyMemory<byte> answer = await new PlanCaptureHandler(deployment).HandleAsync(
            Encoding.UTF8.GetBytes(payload ?? Sample), context, default);
        return JsonSerializer.Deserialize(answer.Span, WorkflowJsonContext.Default.CaptureAnswer)!;
    }

    private sealed class NoLog : ILogWriter
    {
        public void Write(LogEntry entry)
        {
        }
    }
}
