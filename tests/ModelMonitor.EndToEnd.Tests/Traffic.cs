using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Demo;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What endpoints capture: the customers of the demonstration, asked about at any endpoint.</summary>
internal static class Traffic
{
    /// <summary>The name of the training set.</summary>
    public const string TrainingSet = "training.csv";

    private const string Variant = "AllTraffic";

    /// <summary>The training set.</summary>
    public static async Task<byte[]> TrainingSetAsync()
    {
        MemoryObjectStore store = new(TimeProvider.System);
        await DemoDataset.WriteAsync(store, TrainingSet, new DemoScenario(DateTimeOffset.UnixEpoch));
        return await store.ReadAllAsync(TrainingSet);
    }

    /// <summary>The captures of whole hours, in key order.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="firstHour">The first hour.</param>
    /// <param name="hours">How many.</param>
    /// <param name="events">Requests in an hour.</param>
    /// <param name="files">Files in an hour.</param>
    /// <param name="drifted">Whether customers differ from those of the training set.</param>
    public static async Task<IReadOnlyList<CapturedObject>> HoursAsync(
        string endpoint, DateTimeOffset firstHour, int hours = 1, int events = 600, int files = 4, bool drifted = false)
    {
        MemoryObjectStore store = new(TimeProvider.System);
        DemoScenario scenario = new(
            firstHour, Hours: hours, CleanHours: drifted ? 0 : hours, EventsPerHour: events, FilesPerHour: files);
        await DemoTraffic.WriteAsync(store, "", scenario);
        List<CapturedObject> captured = [];
        await foreach (StoredObject stored in store.ListAsync(""))
        {
            string key = CaptureSection.DefaultPrefix + endpoint + stored.Key[DemoScenario.Endpoint.Length..];
            captured.Add(new CapturedObject(key, await store.ReadAllAsync(stored.Key)));
        }

        return captured;
    }

    /// <summary>A capture file of a name of one's own.</summary>
    public static CapturedObject File(string endpoint, DateTimeOffset hour, string name, byte[] content) =>
        new(ObjectKeys.CaptureHour(CaptureSection.DefaultPrefix, endpoint, Variant, hour) + name, content);
}
