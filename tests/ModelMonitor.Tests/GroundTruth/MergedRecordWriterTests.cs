using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelMonitor.GroundTruth;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class MergedRecordWriterTests
{
    private static readonly DateTimeOffset Ten = GroundTruthFixture.Ten;

    private readonly GroundTruthFixture _fixture = new();

    public MergedRecordWriterTests() => _fixture.GroundTruth = _fixture.GroundTruth with { WritesMerged = true };

    [Fact]
    public async Task Run_MergedRecordsWanted_AreThoseWithALabelInTheLayoutOfSageMaker()
    {
        await _fixture.CaptureAsync(Ten, 10);
        await _fixture.LabelAsync(Ten, 4, 20);

        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        (string key, string[] lines) = Assert.Single(await MergedAsync());
        Assert.Matches("^merge/churn-xgboost/AllTraffic/2026/11/22/10/part-00000-[0-9a-f]{8}\\.c000\\.jsonl$", key);
        Assert.Equal(6, lines.Length);
        JsonObject record = JsonNode.Parse(lines[0])!.AsObject();
        Assert.Equal(["eventVersion", "groundTruthData", "captureData", "eventMetadata"], record.Select(member => member.Key));
        Assert.Equal("""{"data":"1","encoding":"CSV"}""", record["groundTruthData"]!.ToJsonString());
        Assert.Equal(GroundTruthFixture.Id(Ten, 4), (string?)record["eventMetadata"]!["inferenceId"]);
        Assert.Equal("0.4", (string?)record["captureData"]!["endpointOutput"]!["data"]);
    }

    [Fact]
    public async Task Run_LabelsHaveGrown_ReplacesTheRecords()
    {
        _fixture.ShardBytes = 1_500;
        await _fixture.CaptureAsync(Ten, 10);
        await _fixture.LabelAsync(Ten, 0, 5);
        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));
        await _fixture.LabelAsync(Ten, 0, 10, "b", "corrected");
        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        List<(string Key, string[] Lines)> merged = await MergedAsync();

        Assert.True(merged.Count > 1);
        string[] lines = [.. merged.SelectMany(part => part.Lines)];
        Assert.Equal(10, lines.Length);
        Assert.All(lines, line => Assert.Contains("corrected", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OneObjectUnpacksToMore_EndsEachMergedObjectAt64MiB()
    {
        byte[] line = Encoding.UTF8.GetBytes(GroundTruthLines.Prediction(
            Ten, "0.5", "e", GroundTruthFixture.Id(Ten, 0), input: string.Join(',', Enumerable.Repeat("1", 500_000))) + "\n");
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int i = 0; i < 70; i++)
            {
                gzip.Write(line);
            }
        }

        await _fixture.Captures.PutAsync(
            Contracts.ObjectKeys.CaptureHour("capture/", "churn-xgboost", "AllTraffic", Ten) + "00-00-000-a.jsonl.gz", packed.ToArray());
        await _fixture.LabelAsync(Ten, 0, 1);

        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        List<long> sizes = [];
        await foreach (StoredObject stored in _fixture.Artifacts.ListAsync("merge/"))
        {
            sizes.Add(stored.Size);
        }

        Assert.Equal(2, sizes.Count);
        Assert.InRange(sizes[0], MergedRecordWriter.MostBytes, MergedRecordWriter.MostBytes + line.Length + 100);
        Assert.InRange(sizes.Sum(), 70L * line.Length, 70L * (line.Length + 100));
    }

    [Fact]
    public async Task Run_NotAskedForMergedRecords_WritesNone()
    {
        _fixture.GroundTruth = _fixture.GroundTruth with { WritesMerged = false };
        await _fixture.CaptureAsync(Ten, 10);
        await _fixture.LabelAsync(Ten, 0, 5);
        await _fixture.RunAsync(GroundTruthFixture.Hour(Ten));

        Assert.Empty(await MergedAsync());
    }

    [ConformanceFact]
    public async Task Run_RecordOfSageMaker_IsMergedAsSageMakerDoes()
    {
        JsonObject expected = JsonNode.Parse(
            await File.ReadAllTextAsync(Conformance.PathOf("captures", "merged-record.endpoint-json.json")))!.AsObject();
        JsonObject capture = expected.DeepClone().AsObject();
        capture.Remove("groundTruthData");
        JsonObject truth = new()
        {
            ["groundTruthData"] = expected["groundTruthData"]!.DeepClone(),
            ["eventMetadata"] = new JsonObject { ["eventId"] = (string?)expected["eventMetadata"]!["inferenceId"] },
        };
        DateTimeOffset time = DateTimeOffset.Parse((string)expected["eventMetadata"]!["inferenceTime"]!, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset hour = time.AddMinutes(-time.Minute).AddSeconds(-time.Second);
        _fixture.Time.Advance(hour.AddHours(1) - _fixture.Time.GetUtcNow());
        await _fixture.Captures.PutAsync(
            Contracts.ObjectKeys.CaptureHour("capture/", "churn-xgboost", "AllTraffic", hour) + "06-08-000-a.jsonl",
            JsonSerializer.SerializeToUtf8Bytes(capture));
        await _fixture.LabelAsync("truth", [truth.ToJsonString()]);

        RunRecord record = await _fixture.RunAsync(GroundTruthFixture.Hour(hour));

        Assert.Equal((334L, 334L), (record.GroundTruth!.Predictions, record.GroundTruth.Labelled));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Assert.Single(Assert.Single(await MergedAsync()).Lines))));
    }

    private async Task<List<(string Key, string[] Lines)>> MergedAsync()
    {
        List<(string, string[])> merged = [];
        await foreach (StoredObject stored in _fixture.Artifacts.ListAsync("merge/"))
        {
            string text = Encoding.UTF8.GetString(await _fixture.Artifacts.ReadAllAsync(stored.Key));
            merged.Add((stored.Key, text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }

        return merged;
    }
}
