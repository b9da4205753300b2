using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What an hour's captures come to.</summary>
[Collection(DeployedCollection.Name)]
public sealed class HourTests(Deployment deployment)
{
    [EndToEndFact]
    public async Task Run_HourOfCaptures_WritesTheCommandLinesReportAndItsMetrics()
    {
        WatchedMonitor monitor = deployment.Watch("hour");
        await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten, drifted: true));

        Execution execution = await monitor.RunToSuccessAsync(Hours.Eleven);

        Assert.Equal(monitor.Name, execution.Input.GetProperty("monitor").GetString());
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
        RunRecord record = await monitor.RecordAsync(Hours.Eleven);
        Assert.Equal(RunOutcome.CompletedWithViolations, record.Outcome);
        await AssertMetricsAsync(monitor, record);
        Assert.Empty(await deployment.Control.RefusedMetricsAsync());
    }

    [EndToEndFact]
    public async Task Run_SameEventAgain_ChangesNothing()
    {
        WatchedMonitor monitor = deployment.Watch("repeat");
        await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));
        await monitor.RunToSuccessAsync(Hours.Eleven);
        IReadOnlyDictionary<string, StoredObject> before = await monitor.ReportAsync(Hours.Eleven);

        // A store tells times by the second.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await monitor.RunToSuccessAsync(Hours.Eleven);

        Assert.Contains(ObjectKeys.Run, before.Keys);
        Assert.Equal(before, await monitor.ReportAsync(Hours.Eleven));
    }

    [EndToEndFact]
    public async Task Run_FileThatCameLate_JudgesItsHourAgain()
    {
        WatchedMonitor monitor = deployment.Watch("late");
        await monitor.TrainAsync();
        IReadOnlyList<CapturedObject> captured = await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten, hours: 2);
        await monitor.CaptureAsync([.. captured.Skip(1)]);
        await monitor.RunToSuccessAsync(Hours.Eleven);
        RunRecord first = await monitor.RecordAsync(Hours.Eleven);

        await monitor.CaptureAsync(captured[0]);
        await monitor.RunToSuccessAsync(Hours.Eleven.AddHours(1));

        RunRecord second = await monitor.RecordAsync(Hours.Eleven);
        Assert.True(second.Rows > first.Rows, $"{first.Rows} rows, then {second.Rows}");
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
        await monitor.AssertEqualsCommandLineAsync(Hours.Eleven, Hours.Eleven.AddHours(1));
        Assert.Contains(await monitor.MetricsAsync(), metric => metric is { Name: MetricNames.LateObjects, Sum: 1 });
    }

    [EndToEndFact]
    public async Task Run_HourWithoutCaptures_RecordsThatThereWereNone()
    {
        WatchedMonitor monitor = deployment.Watch("quiet");
        await monitor.TrainAsync();

        await monitor.RunToSuccessAsync(Hours.Eleven);

        Assert.Equal(RunOutcome.NoData, (await monitor.RecordAsync(Hours.Eleven)).Outcome);
        Assert.Equal(ObjectKeys.Run, Assert.Single((await monitor.ReportAsync(Hours.Eleven)).Keys));
        IReadOnlyList<Metric> metrics = await monitor.MetricsAsync();
        Assert.Contains(metrics, metric => metric is { Name: MetricNames.NoData, Sum: 1 });
        Assert.Contains(metrics, metric => metric is { Name: MetricNames.RunCompleted, Sum: 1 });
    }

    [EndToEndFact]
    public async Task Run_PoisonedFiles_CountsWhatCannotBeRead()
    {
        WatchedMonitor monitor = deployment.Watch("poisoned");
        await monitor.TrainAsync();
        await monitor.CaptureAsync(await Traffic.HoursAsync(monitor.Endpoint, Hours.Ten));
        await monitor.CaptureAsync(
            Traffic.File(monitor.Endpoint, Hours.Ten, "20-00-000-garbage.jsonl", Encoding.UTF8.GetBytes("\0\u0001 not json\n{\"captureData\":\n")),
            Traffic.File(monitor.Endpoint, Hours.Ten, "21-00-000-'; DROP \"x\" <b>&amp; %2e%2e.jsonl", "[[[[[[\n"u8.ToArray()),
            Traffic.File(monitor.Endpoint, Hours.Ten, "22-00-000-broken.jsonl.gz", BrokenGzip.Create()));

        await monitor.RunToSuccessAsync(Hours.Eleven);

        RunRecord record = await monitor.RecordAsync(Hours.Eleven);
        Assert.True(record.Rows > 0, "no rows");
        Assert.True(record.Unreadable >= 4, $"{record.Unreadable} unreadable");
        Assert.Contains(record.UnreadableSamples, sample => sample.File.Contains("garbage", StringComparison.Ordinal));
        await monitor.AssertEqualsCommandLineAsync(Hours.Ten, Hours.Eleven);
        Assert.Contains(
            await monitor.MetricsAsync(), metric => metric.Name == MetricNames.UnreadableRows && (long)metric.Sum == record.Unreadable);
    }

    private static async Task AssertMetricsAsync(WatchedMonitor monitor, RunRecord record)
    {
        IReadOnlyList<Metric> metrics = await monitor.MetricsAsync();
        Assert.All(metrics, metric => Assert.Equal(Hours.Eleven, metric.Timestamp));
        ILookup<string, Metric> ours = metrics.Where(metric => metric.Namespace == MetricNamespaces.ModelMonitor).ToLookup(metric => metric.Name);
        Assert.Equal(record.Rows, ours[MetricNames.Rows].Single().Sum);
        Assert.Equal(record.Violations, ours[MetricNames.Violations].Single().Sum);
        Assert.Equal(1, ours[MetricNames.RunCompleted].Single().Sum);
        Assert.Equal(
            [new(MetricDimensions.Kind, record.Kind), new(MetricDimensions.Monitor, monitor.Name)],
            ours[MetricNames.Rows].Single().Dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal));

        ILookup<string, Metric> features = metrics.Where(metric => metric.Namespace == MetricNamespaces.EndpointData).ToLookup(metric => metric.Name);
        Metric minutes = features[MetricNames.FeatureData("day_mins")].Single();
        Assert.Equal(record.Rows, minutes.Count);
        Assert.InRange(minutes.Sum / minutes.Count, minutes.Minimum, minutes.Maximum);
        Assert.Equal(1, features[MetricNames.FeatureNonNull("plan")].Single().Sum);
        Assert.NotEmpty(features[MetricNames.FeatureDrift("day_mins")]);
        Assert.Equal(
            [new(MetricDimensions.Endpoint, monitor.Endpoint), new(MetricDimensions.MonitoringSchedule, monitor.Name)],
            minutes.Dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal));
    }
}
