using System.Globalization;
using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>What becomes of a window whose labels come after its run.</summary>
[Collection(DeployedCollection.Name)]
public sealed class LabelTests(Deployment deployment)
{
    private const int Predictions = 400;

    [EndToEndFact]
    public async Task Run_LabelsTwoHoursAfterPredictions_JudgesTheWindowAgainInOneRecord()
    {
        // Windows take labels for a week of the real clock.
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset hour = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero).AddHours(-4);
        WatchedMonitor monitor = deployment.Watch(TestMonitors.LabelledQuality, TestMonitors.Labelled);
        await monitor.TrainAsync(TrainingSet());
        await monitor.CaptureAsync(Traffic.File(monitor.Endpoint, hour, "05-00-000-a.jsonl", Captures(hour)));
        await monitor.RunToSuccessAsync(hour.AddHours(1));
        RunRecord first = await monitor.RecordAsync(hour.AddHours(1));
        string page = ObjectKeys.SiteRun(monitor.Name, hour);
        StoredObject? pageBefore = await deployment.Artifacts.FindAsync(page);

        await deployment.Captures.PutAsync(
            TestMonitors.Labels + hour.AddHours(2).UtcDateTime.ToString("yyyy/MM/dd/HH/", CultureInfo.InvariantCulture) + "labels.jsonl", Labels());
        await monitor.RunToSuccessAsync(hour.AddHours(3));

        RunRecord second = await monitor.RecordAsync(hour.AddHours(1));
        Assert.Equal((RunOutcome.NoData, 0.0), (first.Outcome, first.GroundTruth!.LabelledShare));
        Assert.Equal((RunOutcome.Completed, 1.0), (second.Outcome, second.GroundTruth!.LabelledShare));
        Assert.Equal(Predictions, second.Rows);
        Assert.Contains(second.Quality!, metric => metric is { Name: "auc", Value: > 0.6, Violated: false });
        Assert.Equal(
            [ObjectKeys.ConstraintViolations, ObjectKeys.Constraints, ObjectKeys.Run, ObjectKeys.Statistics],
            (await monitor.ReportAsync(hour.AddHours(1))).Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(pageBefore?.ETag, (await deployment.Artifacts.FindAsync(page))?.ETag);
        IReadOnlyList<Metric> metrics = await monitor.MetricsAsync();
        Assert.Contains(metrics, metric => metric is { Namespace: MetricNamespaces.EndpointModel, Name: "auc" } && metric.Timestamp == hour.AddHours(1));
        Assert.Contains(metrics, metric => metric is { Name: MetricNames.LabelledShare, Sum: 1 } && metric.Timestamp == hour.AddHours(1));
        Assert.Empty(await deployment.Control.RefusedMetricsAsync());
    }

    private static byte[] TrainingSet() => Encoding.UTF8.GetBytes(
        "probability,label\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{Score(i)},{Label(i)}\n")));

    private static byte[] Captures(DateTimeOffset hour) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Predictions).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"1,2","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv","mode":"OUTPUT","data":"{{{Score(i)}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"event-{{{i}}}","inferenceId":"order-{{{i}}}","inferenceTime":"{{{hour.AddSeconds(i).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}"},"eventVersion":"0"}""") + "\n")));

    private static byte[] Labels() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Predictions).Select(i =>
        $$$"""{"groundTruthData":{"data":"{{{Label(i)}}}","encoding":"CSV"},"eventMetadata":{"eventId":"order-{{{i}}}"},"eventVersion":"0"}""" + "\n")));

    private static string Score(int i) => (0.02 + i * 37 % 97 / 100.0).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>What the score says three times in four.</summary>
    private static int Label(int i) => (i * 37 % 97 > 48) ^ (i % 4 == 3) ? 1 : 0;
}
