using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Documents;
using ModelMonitor.Publishing;
using ModelMonitor.Reading;
using ModelMonitor.Reports;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Benchmarks.Sites;

/// <summary>Measures how long a website of stored runs takes to build, and adding one run to it.</summary>
internal static class SiteMeasurement
{
    private const int Monitors = 30;
    private const int Days = 30;
    private const int Features = 100;
    private const int RowsOfRun = 1_000;
    private const int Added = 11;
    private const string Version = "v1";

    private static readonly DateTimeOffset Start = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Builds the site of 30 monitors that ran daily for 30 days over 100 features, in a folder, and adds runs to it.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        string root = Directory.CreateTempSubdirectory("modelmonitor-bench-").FullName;
        try
        {
            FolderObjectStore store = new(root);
            byte[] statistics = Statistics(0.0).ToUtf8();
            byte[] current = Statistics(4.0).ToUtf8();
            for (int monitor = 0; monitor < Monitors; monitor++)
            {
                await store.PutAsync(ObjectKeys.BaselineFolder(Name(monitor), Version) + ObjectKeys.Statistics, statistics).ConfigureAwait(false);
                for (int day = 0; day < Days; day++)
                {
                    await StoreAsync(store, Record(monitor, TimeSpan.FromDays(day)), current).ConfigureAwait(false);
                }
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Monitors} monitors, {Monitors * Days} runs of {Features} features, {statistics.Length / 1e6:0.0} MB of statistics each"));
            await BuildAsync(store, "built", output).ConfigureAwait(false);
            await BuildAsync(store, "built again", output).ConfigureAwait(false);
            double added = await AddAsync(store, current).ConfigureAwait(false);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one run added: {added:0} ms (median of {Added})"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return 0;
    }

    /// <summary>Tells the processor's time too: on a machine that does other work, it says more than the clock.</summary>
    private static async Task BuildAsync(FolderObjectStore store, string what, TextWriter output)
    {
        Environment.ProcessCpuUsage before = Environment.CpuUsage;
        Stopwatch watch = Stopwatch.StartNew();
        SiteContent content = await new SiteBuilder(store, store).BuildAsync().ConfigureAwait(false);
        double elapsed = watch.Elapsed.TotalSeconds;
        Environment.ProcessCpuUsage after = Environment.CpuUsage;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {elapsed:0.0} s for {content.Runs} runs; processor {(after.UserTime - before.UserTime).TotalSeconds:0.0} s, system {(after.PrivilegedTime - before.PrivilegedTime).TotalSeconds:0.0} s"));
    }

    private static async Task<double> AddAsync(FolderObjectStore store, byte[] current)
    {
        List<double> times = [];
        MonitorDefinition definition = new() { Name = Name(0), Endpoint = Name(0) };
        for (int i = 0; i < Added; i++)
        {
            RunRecord record = Record(0, TimeSpan.FromDays(Days) + TimeSpan.FromHours(i));
            string prefix = await StoreAsync(store, record, current).ConfigureAwait(false);
            Stopwatch watch = Stopwatch.StartNew();
            await new SitePublisher().PublishAsync(new CommittedRun(record, definition, store, prefix), CancellationToken.None).ConfigureAwait(false);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task<string> StoreAsync(FolderObjectStore store, RunRecord record, byte[] statistics)
    {
        string prefix = ObjectKeys.ReportFolder(record.Monitor, record.Monitor, record.Window!.End);
        Violation[] violations = [.. record.Features.Where(feature => feature.Drifted).Select(feature =>
            new Violation(feature.Name, "baseline_drift_check", "Baseline drift distance: 0.4 exceeds threshold: 0.1"))];
        byte[] violated = new ViolationsDocument(violations).ToUtf8();
        record = record with
        {
            Documents = [ReportDocument.Of(ObjectKeys.Statistics, statistics), ReportDocument.Of(ObjectKeys.ConstraintViolations, violated)],
        };
        await store.PutAsync(prefix + ObjectKeys.Statistics, statistics).ConfigureAwait(false);
        await store.PutAsync(prefix + ObjectKeys.ConstraintViolations, violated).ConfigureAwait(false);
        await store.PutAsync(
            prefix + ObjectKeys.Run, JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord)).ConfigureAwait(false);
        return prefix;
    }

    private static RunRecord Record(int monitor, TimeSpan offset) => new()
    {
        Monitor = Name(monitor),
        Kind = "data-quality",
        Window = new TimeWindow(Start + offset, Start + offset + TimeSpan.FromHours(1)),
        Outcome = RunOutcome.CompletedWithViolations,
        Message = "CompletedWithViolations",
        Fingerprint = "f",
        InputFingerprint = "i",
        EngineVersion = "0.1.0",
        BaselineVersion = Version,
        Rows = RowsOfRun,
        Violations = 10,
        StartedAt = Start + offset + TimeSpan.FromHours(1),
        Features =
        [
            .. Enumerable.Range(0, Features).Select(i => new FeatureFinding(
                Feature(i), "Fractional", 1.0, "NumericLInfinity", i < 10 ? 0.4 : 0.03, 0.1, i < 10, null)),
        ],
    };

    private static StatisticsDocument Statistics(double shift) => new(RowsOfRun, [.. Enumerable.Range(0, Features).Select(i => Numbers(i, shift))]);

    private static FeatureStatistics Numbers(int feature, double shift)
    {
        double[] values = [.. Enumerable.Range(0, RowsOfRun).Select(row => shift + feature + Math.Sqrt(row) + (0.0123 * row))];
        KllSketchBuffers sketch = new(KllSketch.DefaultC, KllSketch.DefaultK, [values]);
        return new FeatureStatistics(Feature(feature), InferredType.Fractional, new NumericalStatistics(
            RowsOfRun, 0, values.Average(), values.Sum(), 9.0, values.Min(), values.Max(), new KllDistribution([], sketch)));
    }

    private static string Name(int monitor) => string.Create(CultureInfo.InvariantCulture, $"monitor-{monitor:00}");

    private static string Feature(int feature) => string.Create(CultureInfo.InvariantCulture, $"feature_{feature:000}");
}
