using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A monitor of the deployment: what arrives for it, its runs, and what the command line makes of the same.</summary>
/// <param name="deployment">The deployment.</param>
/// <param name="name">The monitor's name.</param>
/// <param name="endpoint">The name of its endpoint.</param>
internal sealed class WatchedMonitor(Deployment deployment, string name, string endpoint)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly List<CapturedObject> _captured = [];

    public string Name => name;

    public string Endpoint => endpoint;

    /// <summary>Puts objects into the capture bucket.</summary>
    public async Task CaptureAsync(params IReadOnlyList<CapturedObject> objects)
    {
        foreach (CapturedObject captured in objects)
        {
            await deployment.Captures.PutAsync(captured.Key, captured.Content);
        }

        _captured.AddRange(objects);
    }

    /// <summary>Puts the training set into the artifacts bucket, and waits for the baseline that its arrival makes.</summary>
    /// <param name="trainingSet">The training set; null for the demonstration's.</param>
    /// <returns>The baseline's version.</returns>
    public async Task<string> TrainAsync(byte[]? trainingSet = null)
    {
        await deployment.Artifacts.PutAsync(
            ObjectKeys.DatasetsOf(name) + Traffic.TrainingSet, trainingSet ?? await Traffic.TrainingSetAsync());
        return await WaitForBaselineAsync();
    }

    /// <summary>Waits for the monitor to have a baseline.</summary>
    /// <returns>Its version.</returns>
    public async Task<string> WaitForBaselineAsync()
    {
        string pointer = ObjectKeys.CurrentBaseline(name);
        await WaitForAsync(async () => await deployment.Artifacts.FindAsync(pointer) is not null, pointer);
        using JsonDocument document = JsonDocument.Parse(await deployment.Artifacts.ReadAllAsync(pointer));
        return document.RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>Fires the monitor's rule without waiting for what it starts.</summary>
    /// <param name="time">When, which is the end of the window.</param>
    /// <returns>The execution.</returns>
    public async Task<string> FireAsync(DateTimeOffset time)
    {
        DeployedRule rule = Assert.Single(
            await deployment.Control.RulesAsync(), rule => rule.Schedule is not null && NamesMonitor(rule));
        return Assert.Single(await deployment.Control.FireAsync(rule.Name, time));
    }

    /// <summary>Fires the monitor's rule and waits for the execution to end.</summary>
    public async Task<Execution> RunAsync(DateTimeOffset time) => await deployment.Control.WaitAsync(await FireAsync(time));

    /// <summary>Fires the monitor's rule, and fails the test with the execution's error unless it succeeds.</summary>
    public async Task<Execution> RunToSuccessAsync(DateTimeOffset time)
    {
        Execution execution = await RunAsync(time);
        if (execution.Status == "SUCCEEDED")
        {
            return execution;
        }

        IReadOnlyList<string> failures = await deployment.MessagesAsync("FailedRuns");
        throw new InvalidOperationException($"{execution.Status}: {execution.Error} {execution.Cause}\n{string.Join('\n', failures)}");
    }

    /// <summary>The objects of the report of the window that ends at a time, by name.</summary>
    public async Task<IReadOnlyDictionary<string, StoredObject>> ReportAsync(DateTimeOffset end)
    {
        string folder = ObjectKeys.ReportFolder(endpoint, name, end);
        Dictionary<string, StoredObject> report = new(StringComparer.Ordinal);
        await foreach (StoredObject stored in deployment.Artifacts.ListAsync(folder))
        {
            report.Add(stored.Key[folder.Length..], stored);
        }

        return report;
    }

    /// <summary>The record of the run over the window that ends at a time.</summary>
    public async Task<RunRecord> RecordAsync(DateTimeOffset end) => JsonSerializer.Deserialize(
        await deployment.Artifacts.ReadAllAsync(ObjectKeys.ReportFolder(endpoint, name, end) + ObjectKeys.Run),
        RunJsonContext.Default.RunRecord)!;

    /// <summary>That the documents of a window's report are, byte for byte, those of the command line for the same captures.</summary>
    public async Task AssertEqualsCommandLineAsync(DateTimeOffset start, DateTimeOffset end)
    {
        using TemporaryFolder folder = new();
        FolderObjectStore local = new(folder.Root);
        foreach (CapturedObject captured in _captured)
        {
            await local.PutAsync(captured.Key, captured.Content);
        }

        await CommandLineTool.RunAsync(
            folder.Root,
            deployment.ExpectedBaseline,
            folder.Root,
            Path.Combine(deployment.Monitors, name + ".json"),
            $"{EventTime(start)}/{EventTime(end)}");
        foreach (string document in (string[])[ObjectKeys.Statistics, ObjectKeys.Constraints, ObjectKeys.ConstraintViolations])
        {
            string key = ObjectKeys.ReportFolder(endpoint, name, end) + document;
            Assert.Equal(
                Encoding.UTF8.GetString(await local.ReadAllAsync(key)),
                Encoding.UTF8.GetString(await deployment.Artifacts.ReadAllAsync(key)));
        }
    }

    /// <summary>The metrics of the monitor's own runs: <c>Monitor</c> is its name.</summary>
    public async Task<IReadOnlyList<Metric>> MetricsAsync() =>
        [.. (await deployment.Control.MetricsAsync()).Where(metric => metric.Dimensions.Values.Contains(name, StringComparer.Ordinal))];

    /// <summary>Waits for something that follows an event.</summary>
    public static async Task WaitForAsync(Func<Task<bool>> isThere, string what)
    {
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Patience;
        while (!await isThere())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new TimeoutException($"After {Patience.TotalSeconds} seconds there is still no {what}.");
            }

            await Task.Delay(Pause);
        }
    }

    private static string EventTime(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private bool NamesMonitor(DeployedRule rule) =>
        rule.Targets.Any(target => target.GetRawText().Contains($"\\\"monitor\\\":\\\"{name}\\\"", StringComparison.Ordinal));
}
