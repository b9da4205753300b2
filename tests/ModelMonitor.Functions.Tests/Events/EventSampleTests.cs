using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Functions.Events;
using ModelMonitor.Runs;
using ModelMonitor.Testing;

namespace ModelMonitor.Functions.Tests.Events;

/// <summary>The samples in <c>events/</c>, read as the handlers read them.</summary>
public sealed class EventSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "events");

    [Fact]
    public void Folder_HoldsASampleForEachHandler() => Assert.Equal(
        HandlerNames.All.Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name) + ".json").Order(),
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order());

    [Fact]
    public void BuildBaseline_IsTheEventOfATrainingSet()
    {
        ObjectCreatedEvent sample = Read("build-baseline", EventJsonContext.Default.ObjectCreatedEvent);
        Assert.Equal("datasets/churn/training.csv", sample.Detail?.Object?.Key);
    }

    [Fact]
    public void PlanRun_IsTheRulesRequest()
    {
        RunRequest sample = Read("plan-run", WorkflowJsonContext.Default.RunRequest);
        Assert.Equal(("churn", new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero)), (sample.Monitor, sample.Time));
    }

    [Fact]
    public void ProfileShard_IsAnItemOfAPlansShards()
    {
        ShardTask sample = Read("profile-shard", ShardJsonContext.Default.ShardTask);
        Assert.StartsWith(ObjectKeys.RunFolder("churn", new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero)), sample.PlanKey, StringComparison.Ordinal);
        Assert.StartsWith(ObjectKeys.StatesOf("churn-demo", "AllTraffic"), sample.Shard.StateKey, StringComparison.Ordinal);
        Assert.Equal([true, false], sample.Shard.Segments.Select(segment => segment.IsWhole));
    }

    [Fact]
    public void EvaluateRun_IsAPlannedRun()
    {
        PlannedRun sample = Read("evaluate-run", WorkflowJsonContext.Default.PlannedRun);
        Assert.Equal(("churn", "2026-11-22T14:00:00Z/PT1H", PlanStatus.Planned), (sample.Monitor, sample.Window, sample.Status));
    }

    [Fact]
    public void RecordFailure_IsAFailureThatWasCaught()
    {
        RunFailure sample = Read("record-failure", WorkflowJsonContext.Default.RunFailure);
        Assert.Equal(("churn", "TimeoutException"), (sample.Run?.Monitor, sample.Error));
        Assert.Equal("TimeoutException", JsonElement.Parse(sample.Cause!).GetProperty("errorType").GetString());
    }

    [Fact]
    public void Remediate_IsAnAlarmThatRings()
    {
        RemediateRequest sample = Read("remediate", WorkflowJsonContext.Default.RemediateRequest);
        JsonElement detail = sample.Event.GetProperty("detail");
        Assert.True(AlarmName.TryParse(detail.GetProperty("alarmName").GetString(), out AlarmName? alarm));
        Assert.Equal((sample.Deployment, "churn", "ALARM"), (alarm.Deployment, alarm.Monitor, detail.GetProperty("state").GetProperty("value").GetString()));
        Assert.Equal((sample.Account, sample.Region), (sample.Event.GetProperty("account").GetString(), sample.Event.GetProperty("region").GetString()));
    }

    [Fact]
    public void RecordRemediation_IsThePipelineThatFailed()
    {
        RemediationOutcome sample = Read("record-remediation", WorkflowJsonContext.Default.RemediationOutcome);
        Assert.Equal(RemediationStep.Ended, sample.Step);
        Assert.Equal("Failed", sample.Event!.Value.GetProperty("detail").GetProperty("currentPipelineExecutionStatus").GetString());
    }

    [Fact]
    public void PlanCapture_IsAnEndpointAsSageMakerDescribesIt()
    {
        CaptureRequest sample = Read("plan-capture", WorkflowJsonContext.Default.CaptureRequest);
        Assert.Equal(
            sample.Endpoint.GetProperty("EndpointConfigName").GetString(), sample.Configuration.GetProperty("EndpointConfigName").GetString());
    }

    private static T Read<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")), type)!;
}
