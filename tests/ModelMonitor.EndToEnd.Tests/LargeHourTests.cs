using System.Text;
using System.Text.Json;
using ModelMonitor.Demo;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Runs;
using Xunit.Abstractions;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The time and the memory of an hour of 100,000 rows. The time is printed: a machine that is busy must not fail it.</summary>
[Collection(DeployedCollection.Name)]
public sealed class LargeHourTests(Deployment deployment, ITestOutputHelper output)
{
    private const int Files = 10;
    private const int RowsPerFile = 10_000;
    private const long MostKilobytes = 200 * 1024;

    [EndToEndFact]
    public async Task Run_HourOfHundredThousandRows_StaysWithinItsMemory()
    {
        WatchedMonitor monitor = deployment.Watch("large");
        await monitor.TrainAsync(TrainingSet());
        await monitor.CaptureAsync(CaptureHour(monitor, Hours.Ten));
        await monitor.RunToSuccessAsync(Hours.Eleven);
        await monitor.CaptureAsync(CaptureHour(monitor, Hours.Eleven));
        int earlier = (await deployment.Control.InvocationsAsync()).Count;

        Execution execution = await monitor.RunToSuccessAsync(Hours.Eleven.AddHours(1));

        RunRecord record = await monitor.RecordAsync(Hours.Eleven.AddHours(1));
        Assert.Equal(Files * RowsPerFile, record.Rows);
        output.WriteLine(
            $"{record.Rows:N0} rows, {record.TotalBytes / 1e6:F1} MB, {record.ShardCount} shards: {execution.Seconds:F2} s from event to report");
        foreach (Invocation invocation in (await deployment.Control.InvocationsAsync()).Skip(earlier))
        {
            output.WriteLine(
                $"{invocation.Handler}: {invocation.Seconds:F2} s, {invocation.Waited:F2} s to get a process, "
                + $"{invocation.PeakKilobytes / 1024.0:F0} MB at most{(invocation.Warm ? "" : ", cold")}");
            Assert.InRange(invocation.PeakKilobytes, 1, MostKilobytes);
        }
    }

    private static CapturedObject[] CaptureHour(WatchedMonitor monitor, DateTimeOffset hour) =>
    [
        .. Enumerable.Range(0, Files).Select(file => Traffic.File(
            monitor.Endpoint,
            hour,
            $"{file * 5:00}-00-000-large.jsonl",
            CaptureLines(seed: (ulong)(hour.Hour * Files + file), hour.AddMinutes(file * 5)))),
    ];

    /// <summary>The rows of such captures as a training set: the prediction, then the features.</summary>
    private static byte[] TrainingSet()
    {
        StringBuilder csv = new(string.Join(',', SyntheticTraffic.ColumnNames) + '\n');
        foreach (string line in Encoding.UTF8.GetString(CaptureLines(seed: 1, Hours.Ten)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement captured = document.RootElement.GetProperty("captureData");
            csv.Append(captured.GetProperty("endpointOutput").GetProperty("data").GetString()).Append(',')
                .Append(captured.GetProperty("endpointInput").GetProperty("data").GetString()).Append('\n');
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static byte[] CaptureLines(ulong seed, DateTimeOffset start)
    {
        using MemoryStream content = new();
        SyntheticTraffic.WriteCaptureLines(content, RowsPerFile, seed, start);
        return content.ToArray();
    }
}
