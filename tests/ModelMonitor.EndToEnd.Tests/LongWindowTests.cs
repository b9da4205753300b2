using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>Windows that are made of hours.</summary>
[Collection(DeployedCollection.Name)]
public sealed class LongWindowTests(Deployment deployment)
{
    private const int HoursOfDay = 24;

    [EndToEndFact]
    public async Task Run_Daily_MergesTheStatesOfItsHoursAndReadsNoCaptureAgain()
    {
        WatchedMonitor hourly = deployment.Watch(TestMonitors.DailyParts);
        WatchedMonitor daily = deployment.Watch(TestMonitors.Daily, hourly.Endpoint);
        await hourly.TrainAsync();
        await daily.TrainAsync();
        IReadOnlyList<CapturedObject> captured =
            await Traffic.HoursAsync(hourly.Endpoint, Hours.Midnight, HoursOfDay, events: 60, files: 2);
        await hourly.CaptureAsync(captured);
        await daily.CaptureAsync(captured);
        for (int hour = 1; hour <= HoursOfDay; hour++)
        {
            await hourly.RunToSuccessAsync(Hours.Midnight.AddHours(hour));
        }

        int before = (await CaptureReadsAsync(daily)).Count;
        await daily.RunToSuccessAsync(Hours.Midnight.AddDays(1));

        Assert.NotEqual(0, before);
        Assert.Empty((await CaptureReadsAsync(daily)).Skip(before));
        await daily.AssertEqualsCommandLineAsync(Hours.Midnight, Hours.Midnight.AddDays(1));
    }

    [EndToEndFact]
    public async Task Run_HundredsOfShards_GoThroughTheDistributedMap()
    {
        WatchedMonitor monitor = deployment.Watch(TestMonitors.Many);
        DateTimeOffset end = Hours.Midnight.AddDays(-1);
        DateTimeOffset start = end.AddDays(-TestMonitors.ManyDays);
        await monitor.TrainAsync();
        await monitor.CaptureAsync(
            await Traffic.HoursAsync(monitor.Endpoint, start, TestMonitors.ManyDays * HoursOfDay, events: 12, files: 1));
        string function = await deployment.FunctionAsync(HandlerNames.ProfileShard);
        int before = await CountAsync(function);

        await monitor.RunToSuccessAsync(end);

        RunRecord record = await monitor.RecordAsync(end);
        Assert.Equal(TestMonitors.ManyDays * HoursOfDay, record.ShardCount);
        Assert.True(await CountAsync(function) - before >= record.ShardCount, "fewer invocations than shards");
        await monitor.AssertEqualsCommandLineAsync(start, end);
    }

    private async Task<int> CountAsync(string function) =>
        (await deployment.Control.InvocationsAsync()).Count(invocation => invocation.Function == function);

    private async Task<IReadOnlyList<FunctionRequest>> CaptureReadsAsync(WatchedMonitor monitor) =>
        [.. (await deployment.Control.RequestsAsync()).Where(request =>
            request.Method == "GET" && request.Path.Contains($"/{CaptureSection.DefaultPrefix}{monitor.Endpoint}/", StringComparison.Ordinal))];
}
