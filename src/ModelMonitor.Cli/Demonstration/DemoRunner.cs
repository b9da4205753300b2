using ModelMonitor.Baselines;
using ModelMonitor.Cli.Rendering;
using ModelMonitor.Cli.Runs;
using ModelMonitor.Contracts;
using ModelMonitor.Demo;
using ModelMonitor.Documents;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Cli.Demonstration;

/// <summary>Makes a model's training set and traffic, and monitors it as <c>modelmonitor run --monitor</c> does.</summary>
/// <param name="terminal">Shows progress.</param>
/// <param name="time">Tells how long it takes; what is made does not depend on it.</param>
internal sealed class DemoRunner(Terminal terminal, TimeProvider time)
{
    /// <summary>The story: eight hours of a fixed day, so that every demonstration is the same.</summary>
    public static DemoScenario Scenario { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Runs the demonstration.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="story">Told what happens as it happens; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ConfigurationException">The folder is not free.</exception>
    public async Task<DemoResult> RunAsync(string root, DemoStory? story, CancellationToken cancellationToken)
    {
        DemoFolder folder = await DemoFolder.PrepareAsync(root, cancellationToken).ConfigureAwait(false);
        story?.Begin(Scenario);
        await DemoDataset.WriteAsync(folder.Store, DemoFolder.TrainingKey, Scenario, cancellationToken).ConfigureAwait(false);
        story?.TellTraining(Scenario, folder);
        BaselineResult baseline = await BaselineBuilder.BuildAsync(
            new RunSettings
            {
                Monitor = "demo",
                Input = LocalPath.OpenExisting(folder.Training, "--dataset"),
                Format = InputFormat.Csv,
                Artifacts = LocalPath.OpenForWriting(folder.Baseline, "--output"),
            },
            folder.Training,
            cancellationToken: cancellationToken).ConfigureAwait(false);
        story?.TellBaseline(baseline, folder);
        await DemoTraffic.WriteAsync(folder.Store, DemoFolder.CapturePrefix, Scenario, cancellationToken).ConfigureAwait(false);
        story?.TellTraffic(Scenario, folder);

        List<RunResult> hours = [];
        for (int hour = 0; hour < Scenario.Hours; hour++)
        {
            hours.Add(await RunHourAsync(folder, Scenario.FirstHour.AddHours(hour), cancellationToken).ConfigureAwait(false));
            story?.TellHour(hours[^1]);
        }

        string last = Path.Combine(hours[^1].Folder, ObjectKeys.Statistics);
        StatisticsDocument after = StatisticsDocument.Read(
            last, await File.ReadAllBytesAsync(last, cancellationToken).ConfigureAwait(false));
        DemoResult result = new(folder, baseline, hours, DriftEvidence.Find(hours, baseline.Statistics, after));
        story?.End(Scenario, result);
        return result;
    }

    private async Task<RunResult> RunHourAsync(DemoFolder folder, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        RunRequest request = new(folder.Root, folder.Baseline, folder.Root)
        {
            Monitor = folder.Monitor,
            Window = new TimeWindow(hour, hour.AddHours(1)),
            Threads = Environment.ProcessorCount,
        };
        IReadOnlyList<RunResult> results =
            await new RunExecutor(terminal, time).ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        return results[0];
    }
}
