using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

[Collection(DeployedCollection.Name)]
public sealed class BaselineTests(Deployment deployment)
{
    [EndToEndFact]
    public async Task BuildBaseline_TrainingSetArrives_WritesTheCommandLinesBaselineOnce()
    {
        WatchedMonitor monitor = deployment.Watch("arrival");

        string version = await monitor.TrainAsync();

        await AssertIsExpectedAsync(monitor, version);
        IReadOnlyDictionary<string, StoredObject> before = await ListAsync(monitor);

        Delivery delivery = Assert.Single(
            await deployment.Control.DeliveriesAsync(),
            delivery => delivery.Input.GetRawText().Contains(ObjectKeys.DatasetsOf(monitor.Name), StringComparison.Ordinal));
        await SendAgainAsync(monitor, delivery.Input);
        Assert.Equal(before.Values, (await ListAsync(monitor)).Values);
    }

    [EndToEndFact]
    public async Task BuildBaseline_FolderOfFiles_WaitsForItsMark()
    {
        WatchedMonitor monitor = deployment.Watch("folder");
        string folder = ObjectKeys.DatasetsOf(monitor.Name) + "2026-11/";
        await deployment.Artifacts.PutAsync(folder + "part-00000.csv", await Traffic.TrainingSetAsync());
        await WatchedMonitor.WaitForAsync(
            async () => (await deployment.Control.DeliveriesAsync()).Any(delivery => IsOf(delivery, "part-00000.csv")), "delivery");
        Assert.Empty(await ListAsync(monitor));

        await deployment.Artifacts.PutAsync(folder + ObjectKeys.DatasetComplete, ReadOnlyMemory<byte>.Empty);

        await AssertIsExpectedAsync(monitor, await monitor.WaitForBaselineAsync());
    }

    [EndToEndFact]
    public async Task BuildBaseline_TrainingSetThatIsNone_EndsInTheDeadLetters()
    {
        WatchedMonitor monitor = deployment.Watch("unfit");
        string key = ObjectKeys.DatasetsOf(monitor.Name) + "training.csv";

        await deployment.Artifacts.PutAsync(key, ReadOnlyMemory<byte>.Empty);

        await WatchedMonitor.WaitForAsync(
            async () => (await deployment.MessagesAsync("FailedEvents")).Any(body => body.Contains(key, StringComparison.Ordinal)),
            "dead letter");
        Assert.Empty(await ListAsync(monitor));
        string function = await deployment.FunctionAsync(HandlerNames.BuildBaseline);
        Assert.Contains(await deployment.Control.InvocationsAsync(), invocation =>
            invocation.Function == function && invocation.Error == ErrorNames.Configuration);
    }

    private static bool IsOf(Delivery delivery, string name) => delivery.Input.GetRawText().Contains(name, StringComparison.Ordinal);

    private async Task AssertIsExpectedAsync(WatchedMonitor monitor, string version)
    {
        foreach (string document in (string[])[ObjectKeys.Statistics, ObjectKeys.Constraints])
        {
            byte[] content = await deployment.Artifacts.ReadAllAsync(ObjectKeys.BaselineFolder(monitor.Name, version) + document);
            Assert.Equal(
                await File.ReadAllTextAsync(Path.Combine(deployment.ExpectedBaseline, document)), Encoding.UTF8.GetString(content));
        }
    }

    private async Task SendAgainAsync(WatchedMonitor monitor, JsonElement busEvent)
    {
        int before = (await DeliveriesOfAsync(monitor)).Count;
        await deployment.Control.SendAsync(busEvent);
        await WatchedMonitor.WaitForAsync(async () => (await DeliveriesOfAsync(monitor)).Count > before, "second delivery");
        Assert.Null((await DeliveriesOfAsync(monitor))[^1].Error);
    }

    private async Task<IReadOnlyList<Delivery>> DeliveriesOfAsync(WatchedMonitor monitor) =>
        [.. (await deployment.Control.DeliveriesAsync()).Where(delivery => IsOf(delivery, ObjectKeys.DatasetsOf(monitor.Name)))];

    private async Task<IReadOnlyDictionary<string, StoredObject>> ListAsync(WatchedMonitor monitor)
    {
        SortedDictionary<string, StoredObject> found = new(StringComparer.Ordinal);
        await foreach (StoredObject stored in deployment.Artifacts.ListAsync(ObjectKeys.BaselinesOf(monitor.Name)))
        {
            found.Add(stored.Key, stored);
        }

        return found;
    }
}
