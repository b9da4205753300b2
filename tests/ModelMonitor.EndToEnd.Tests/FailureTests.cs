using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A run that fails says so in every place where somebody may look.</summary>
[Collection(DeployedCollection.Name)]
public sealed class FailureTests(Deployment deployment)
{
    [EndToEndFact]
    public async Task Run_WithoutBaseline_FailsLoudly()
    {
        WatchedMonitor monitor = deployment.Watch("unprepared");
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));

        Execution execution = await monitor.RunAsync(Hours.Eleven);

        await AssertFailedAsync(monitor, execution);
    }

    [EndToEndFact]
    public async Task Run_CorruptConstraints_FailsAndIsMendedByTheNextBaseline()
    {
        WatchedMonitor monitor = deployment.Watch("corrupt");
        string version = await monitor.TrainAsync();
        string constraints = ObjectKeys.BaselineFolder(monitor.Name, version) + ObjectKeys.Constraints;
        byte[] content = await deployment.Artifacts.ReadAllAsync(constraints);
        await deployment.Artifacts.PutAsync(constraints, content.AsMemory(0, content.Length / 2));
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));

        Execution execution = await monitor.RunAsync(Hours.Eleven);

        JsonElement letter = await AssertFailedAsync(monitor, execution);
        Assert.Contains(constraints, letter.GetProperty("cause").GetString(), StringComparison.Ordinal);

        await deployment.Artifacts.PutAsync(constraints, content);
        await monitor.RunToSuccessAsync(Hours.Eleven);
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
    }

    private async Task<JsonElement> AssertFailedAsync(WatchedMonitor monitor, Execution execution)
    {
        Assert.Equal("FAILED", execution.Status);
        RunRecord record = await monitor.RecordAsync(Hours.Eleven);
        Assert.Equal("Failed", record.Outcome.ToString());
        Assert.NotEmpty(record.Message);
        Assert.Contains(await monitor.MetricsAsync(), metric =>
            metric is { Namespace: MetricNamespaces.ModelMonitor, Name: MetricNames.RunFailed, Sum: 1 });
        JsonElement letter = Assert.Single(
            (await deployment.MessagesAsync("FailedRuns")).Select(body => JsonDocument.Parse(body).RootElement),
            letter => letter.GetProperty("monitor").GetString() == monitor.Name);
        Assert.Equal(execution.Arn, letter.GetProperty("execution").GetString());
        Assert.Equal(ErrorNames.Configuration, letter.GetProperty("error").GetString());
        return letter;
    }
}
