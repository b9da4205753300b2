using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using static ModelMonitor.EndToEnd.Tests.RemediatedMonitor;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What alarms start.</summary>
[Collection(DeployedCollection.Name)]
public sealed class RemediationTests(Deployment deployment)
{
    [EndToEndFact]
    public async Task Alarm_ThatRings_StartsThePipelineOnceTellsPeopleAndCoolsDown()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Remedied);
        await deployment.Control.CreateTopicAsync("model-owners");
        await deployment.Control.SubscribeAsync(TestMonitors.Topic, "model-owners");
        await monitor.PrepareAsync();
        JsonElement told = monitor.Event();

        // EventBridge delivers at least once, now and later.
        await Task.WhenAll(monitor.SendAsync(told), monitor.SendAsync(told));
        JsonElement message = await monitor.WaitForMessageAsync("Retraining started");
        await monitor.SendAsync(told);
        await monitor.SendAsync(monitor.Event(alarm: 1));
        IReadOnlyList<JsonElement> records = await monitor.WaitForRecordsAsync(2);

        PipelineExecution execution = Assert.Single(await monitor.StartedAsync());
        Assert.Equal(TestMonitors.Remedied, execution.Parameters["Monitor"]);
        Assert.Equal("2", execution.Parameters["Violations"]);
        Assert.StartsWith("s3://", execution.Parameters["Report"], StringComparison.Ordinal);
        Assert.EndsWith("Z/PT1H", execution.Parameters["Window"], StringComparison.Ordinal);
        Assert.Equal(["Start", "AlreadyRunning"], records.Select(record => Text(record, "decision")));
        Assert.Equal(("Running", execution.Arn), (Text(records[0], "status"), Text(records[0], "execution")));
        Assert.Contains("Day Mins: distance 0.310, threshold 0.100", Text(message, "Message"), StringComparison.Ordinal);
        Assert.Contains(execution.Arn, Text(message, "Message"), StringComparison.Ordinal);
        Assert.Contains("#remediation", Text(message, "Message"), StringComparison.Ordinal);
        await WatchedMonitor.WaitForAsync(
            async () => (await deployment.Control.MessagesAsync("model-owners")).Count == 1, "message on the monitor's own topic");

        await monitor.EndAsync(execution.Arn, "Failed");
        await monitor.WaitForMessageAsync("Retraining failed");
        await monitor.SendAsync(monitor.Event(alarm: 1));
        records = await monitor.WaitForRecordsAsync(3);

        Assert.Equal("CoolingDown", Text(records[^1], "decision"));
        Assert.Equal("Failed", Text(records[0], "status"));
        await monitor.SendAsync(monitor.Event(state: "OK"));
        Assert.Equal("BackToOk", Text((await monitor.WaitForRecordsAsync(4))[^1], "decision"));
        Assert.Single(await monitor.StartedAsync());
        Assert.Equal(2, (await monitor.MessagesAsync()).Count);
    }

    [EndToEndFact]
    public async Task Alarms_TenAtOnce_StartOne()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Crowded);
        await monitor.PrepareAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(alarm => monitor.SendAsync(monitor.Event(alarm))));
        IReadOnlyList<JsonElement> records = await monitor.WaitForRecordsAsync(10);
        await monitor.WaitForMessageAsync("Retraining started");

        Assert.Single(await monitor.StartedAsync());
        Assert.Equal(9, records.Count(record => Text(record, "decision") == "AlreadyRunning"));
        Assert.Single(await monitor.MessagesAsync());
    }

    [EndToEndFact]
    public async Task Pipeline_ThatIsNotThere_IsRecordedToldAndTriedByTheNextAlarm()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Unstartable);
        await monitor.PrepareAsync(hasPipeline: false);
        await monitor.SendAsync(monitor.Event());

        JsonElement message = await monitor.WaitForMessageAsync("Retraining could not be started");

        JsonElement record = Assert.Single(await monitor.RecordsAsync());
        Assert.Equal("StartFailed", Text(record, "status"));
        Assert.Contains(monitor.Pipeline, Text(record, "error"), StringComparison.Ordinal);
        Assert.Contains(Text(record, "error"), Text(message, "Message"), StringComparison.Ordinal);

        await deployment.Control.CreatePipelineAsync(monitor.Pipeline);
        await monitor.SendAsync(monitor.Event());
        await monitor.WaitForMessageAsync("Retraining started");
        Assert.Single(await monitor.StartedAsync());
    }

    [EndToEndFact]
    public async Task Retraining_ThatDoesNotEnd_IsToldOf()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Endless);
        await monitor.PrepareAsync();
        await monitor.SendAsync(monitor.Event());

        await monitor.WaitForMessageAsync("Retraining has not ended");

        Assert.Equal("Overdue", Text(Assert.Single(await monitor.RecordsAsync()), "status"));
    }

    [EndToEndFact]
    public async Task Bus_ThatIsNamed_IsSentAnEvent()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Announced);
        await monitor.PrepareAsync(hasPipeline: false);
        await monitor.SendAsync(monitor.Event());

        await monitor.WaitForMessageAsync("Retraining requested");

        Assert.Equal("Sent", Text(Assert.Single(await monitor.RecordsAsync()), "status"));
    }

    [EndToEndFact]
    public async Task DryRun_WhichIsTheDefault_StartsNothingAndSaysWhatItWould()
    {
        RemediatedMonitor monitor = new(deployment, TestMonitors.Rehearsed);
        await monitor.PrepareAsync();
        await monitor.SendAsync(monitor.Event());

        await monitor.WaitForMessageAsync("Retraining would start (dry run)");

        Assert.Empty(await monitor.StartedAsync());
        Assert.Equal("DryRun", Text(Assert.Single(await monitor.RecordsAsync()), "decision"));
    }

    [EndToEndFact]
    public async Task Events_OfOthersOrBroken_EndWellAndLeaveNothing()
    {
        const string Prefix = Deployment.StackName + "/nobody/";
        RemediatedMonitor nobody = new(deployment, "nobody");

        await nobody.SendAsync(nobody.Event());
        await WatchedMonitor.WaitForAsync(
            async () => (await ExecutionsAsync(Prefix)).Any(execution => execution.Status != "RUNNING"), "end of the execution");

        Assert.All(await ExecutionsAsync(Prefix), execution => Assert.Equal("SUCCEEDED", execution.Status));
        Assert.Empty(await nobody.RecordsAsync());
        Assert.DoesNotContain(
            await deployment.Control.InvocationsAsync(), invocation => invocation.Handler == HandlerNames.Remediate && invocation.Failed);
    }

    private async Task<IReadOnlyList<Execution>> ExecutionsAsync(string text) =>
        [.. (await deployment.Control.ExecutionsAsync()).Where(execution => execution.Input.GetRawText().Contains(text, StringComparison.Ordinal))];
}
