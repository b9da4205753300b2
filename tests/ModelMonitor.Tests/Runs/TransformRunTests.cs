using System.Globalization;
using System.IO.Compression;
using System.Text;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Runs;

public sealed class TransformRunTests
{
    private const string Manifest = "capture/output/2026/11/22/10/0b7bfd33-c8a7-4adf-a09a-98fd0af79974.json";

    private readonly RunFixture _fixture = new();

    [Theory]
    [InlineData("s3://bucket/scored/", "a.csv.out", "b.csv.out")]
    [InlineData("s3://bucket/scored", "/a.csv.out", "/b.csv.out")]
    [InlineData("s3://bucket/sco", "red/a.csv.out", "red/b.csv.out")]
    public async Task ExecuteAsync_Manifest_ReadsWhatItNames(string prefix, string first, string second)
    {
        await PutManifestAsync(Manifest, prefix, first, second);
        await _fixture.CaptureAsync("scored/a.csv.out", Csv(RunFixture.Ten, 400));
        await _fixture.CaptureAsync("scored/b.csv.out", Csv(RunFixture.Ten, 200));

        RunRecord record = await RunAsync();

        Assert.Equal(RunOutcome.Completed, record.Outcome);
        Assert.Equal((600, 2, 0), (record.Rows, record.ObjectCount, record.Unreadable));
        Assert.Equal(["score", "age", "plan"], record.Features.Select(feature => feature.Name));
    }

    [Theory]
    [InlineData("scored/a.csv.out")]
    [InlineData("bucket/scored/a.csv.out")]
    [InlineData("capture/scored/a.csv.out")]
    [InlineData("capture/bucket/scored/a.csv.out")]
    public async Task ExecuteAsync_NamedObject_IsFoundWhereverTheBucketWasCopiedTo(string key)
    {
        await PutManifestAsync(Manifest, "s3://bucket/scored/", "a.csv.out");
        await _fixture.CaptureAsync(key, Csv(RunFixture.Ten, 3));

        RunRecord record = await RunAsync(settings => settings with { InputPrefix = "capture/output/" });

        Assert.Equal((3, 0), (record.Rows, record.Unreadable));
    }

    [Fact]
    public async Task ExecuteAsync_MissingObject_IsReportedUntilItComes()
    {
        await PutManifestAsync(Manifest, "s3://bucket/scored/", "a.csv.out", "b.csv.out");
        await _fixture.CaptureAsync("scored/a.csv.out", Csv(RunFixture.Ten, 3));

        RunRecord first = await RunAsync();
        await _fixture.CaptureAsync("scored/b.csv.out", Csv(RunFixture.Ten, 4));
        RunRecord second = await RunAsync();

        Assert.Equal((3, 1), (first.Rows, first.Unreadable));
        Assert.Equal(
            new UnreadableSample("scored/b.csv.out", 0, $"named by manifest {Manifest} and not there"),
            Assert.Single(first.UnreadableSamples));
        Assert.Equal((7, 0), (second.Rows, second.Unreadable));
        Assert.NotEqual(first.InputFingerprint, second.InputFingerprint);
    }

    [Fact]
    public async Task ExecuteAsync_NothingButMissingObjects_IsNoDataThatSaysWhy()
    {
        await PutManifestAsync(Manifest, "s3://bucket/", [.. Enumerable.Range(10, 12).Select(i => $"{i}.out"), "../etc/passwd", "a//b"]);
        RunSettings settings = Settings() with { KeepStates = true };

        RunRecord record = await MonitoringRun.ExecuteAsync(settings, await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal((RunOutcome.NoData, 0, 14), (record.Outcome, record.ObjectCount, record.Unreadable));
        Assert.Equal(Enumerable.Range(10, 10).Select(i => $"{i}.out"), record.UnreadableSamples.Select(sample => sample.File));
    }

    [Theory]
    [InlineData("""[{"prefix":"s3://bucket/scored/"},"a.csv.out","b""", "damaged manifest: not JSON: breaks off after 48 bytes")]
    [InlineData("""[{"prefix":"s3://bucket/sc""", "damaged manifest: not JSON: breaks off after 26 bytes")]
    [InlineData("""[{"prefix":7},"a.csv.out"]""", "damaged manifest: not a manifest: an object with a prefix was expected, and then only strings")]
    [InlineData("""[{"prefix":"bucket/"},"a.csv.out"]""", "damaged manifest: \"bucket/a.csv.out\" was expected to be s3://bucket/key")]
    public async Task ExecuteAsync_DamagedManifest_IsReportedAndTheOthersAreRead(string json, string reason)
    {
        await _fixture.Captures.PutAsync(Manifest, Encoding.UTF8.GetBytes(json));
        await PutManifestAsync(Manifest + "2", "s3://bucket/", "c.csv.out");
        await _fixture.CaptureAsync("c.csv.out", Csv(RunFixture.Ten, 5));

        RunRecord record = await RunAsync();

        Assert.Equal((5, 1), (record.Rows, record.Unreadable));
        Assert.Equal(new UnreadableSample(Manifest, 0, reason), Assert.Single(record.UnreadableSamples));
    }

    [Fact]
    public async Task ExecuteAsync_Window_KeepsRowsByTheirInferenceTime()
    {
        await PutManifestAsync(Manifest, "s3://bucket/", "a.jsonl.out", "b.csv.out");
        await _fixture.CaptureAsync(
            "a.jsonl.out", Json(RunFixture.Ten.AddSeconds(-1)), Json(RunFixture.Ten), Json(RunFixture.Ten.AddMinutes(59)), Json(RunFixture.Ten.AddHours(1)));
        await _fixture.CaptureAsync("b.csv.out", [.. Csv(RunFixture.Ten, 2), .. Csv(RunFixture.Ten.AddHours(1), 5)]);

        RunRecord record = await RunAsync(settings => settings with { Window = RunFixture.Hour(RunFixture.Ten) });

        Assert.Equal((4, 7, 0), (record.Rows, record.RowsOutsideWindow, record.Unreadable));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ExecuteAsync_RowsWithoutTime_BelongToTheHourOfTheirManifest(bool isHourPartitioned)
    {
        for (int hour = 8; hour <= 12; hour++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{hour:d2}.out");
            await PutManifestAsync(string.Create(CultureInfo.InvariantCulture, $"output/2026/11/22/{hour:d2}/x.json"), "s3://bucket/", name);
            await _fixture.CaptureAsync(name, Enumerable.Repeat("0.5,30,plus", hour));
        }

        List<long> rows = [];
        for (int hour = -2; hour <= 2; hour++)
        {
            RunRecord record = await RunAsync(settings => settings with
            {
                InputPrefix = isHourPartitioned ? "output/" : "",
                IsHourPartitioned = isHourPartitioned,
                Window = RunFixture.Hour(RunFixture.Ten.AddHours(hour)),
            });
            rows.Add(record.Rows);
            Assert.Equal(0, record.Unreadable);
        }

        Assert.Equal([8, 9, 10, 11, 12], rows);
    }

    [Fact]
    public async Task ExecuteAsync_PlainObjects_AreReadAsTheyAre()
    {
        await _fixture.CaptureAsync("2026/11/22/10/a.csv.out", "0.5,30,plus");
        await _fixture.CaptureAsync("2026/11/22/12/late.csv.out", "0.5,30,plus", "0.5,30,plus");
        await _fixture.CaptureAsync("anytime.json.out", "[\n[0.5,30,\"plus\"],\n[0.5,31,\"plus\"]\n]");

        Assert.Equal(5, (await RunAsync()).Rows);
        Assert.Equal(3, (await RunAsync(settings => settings with { Window = RunFixture.Hour(RunFixture.Ten) })).Rows);
    }

    [Fact]
    public async Task ExecuteAsync_CopyOfABucket_ReadsOutputsOfTheWindowOnly()
    {
        await PutManifestAsync("capture/input/2026/11/22/10/i.json", "s3://bucket/to-score/", "a.csv", "gone.csv");
        await PutManifestAsync(Manifest, "s3://bucket/scored/", "a.csv.out");
        await PutManifestAsync("capture/output/2026/11/22/14/o.json", "s3://bucket/scored/", "later.csv.out", "gone.csv.out");
        await _fixture.CaptureAsync("to-score/a.csv", "30,plus");
        await _fixture.CaptureAsync("scored/a.csv.out", "0.5,30,plus");
        await _fixture.CaptureAsync("scored/later.csv.out", "0.5,30,plus");

        RunRecord record = await RunAsync(settings => settings with { Window = RunFixture.Hour(RunFixture.Ten) });

        Assert.Equal((1, 1, 0), (record.Rows, record.ObjectCount, record.Unreadable));
    }

    [Fact]
    public async Task ExecuteAsync_ObjectNamedTwice_IsReadOnceAndOfTheLatestHour()
    {
        await PutManifestAsync("output/2026/11/22/10/a.json", "s3://bucket/", "a.out", "a.out");
        await PutManifestAsync("output/2026/11/22/09/b.json", "s3://bucket/", "a.out");
        await _fixture.CaptureAsync("a.out", "0.5,30,plus");

        Assert.Equal(1, (await RunAsync(settings => settings with { Window = RunFixture.Hour(RunFixture.Ten) })).Rows);
        Assert.Equal(0, (await RunAsync(settings => settings with { Window = RunFixture.Hour(RunFixture.Ten.AddHours(-1)) })).Rows);
    }

    [Fact]
    public async Task ExecuteAsync_GzipThatBreaksOff_IsReportedAndWhatCameBeforeIsRead()
    {
        using MemoryStream content = new();
        using (GZipStream gzip = new(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', Csv(RunFixture.Ten, 20_000))));
        }

        await PutManifestAsync(Manifest, "s3://bucket/", "a.csv.out.gz");
        await _fixture.Captures.PutAsync("a.csv.out.gz", content.ToArray().AsMemory(0, (int)content.Length / 2));

        RunRecord record = await RunAsync();

        Assert.InRange(record.Rows, 1_000, 19_000);
        Assert.StartsWith("damaged gzip", Assert.Single(record.UnreadableSamples, sample => sample.Line == 0).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_Plan_KeepsTheHoursOfSegments()
    {
        await PutManifestAsync(Manifest, "s3://bucket/", "a.out", "gone.out");
        await _fixture.CaptureAsync("a.out", "0.5,30,plus");

        RunPlan plan = await RunPlanner.PlanAsync(Settings(), new DatasetProfiler(), "", default);
        string key = await PlanFiles.WriteAsync(plan, Settings(), default);
        RunPlan read = (await PlanFiles.FindAsync(_fixture.Artifacts, key, default))!;

        Assert.Equal(RunFixture.Ten, Assert.Single(Assert.Single(read.Shards).Segments).Hour);
        Assert.Equal("gone.out", Assert.Single(read.UnreadableSamples).File);
    }

    // The files are batch transform outputs with ids and the input joined in: one document of many records, and one line.
    [ConformanceFact]
    public async Task ExecuteAsync_RealOutputs_GiveARowForEachRecord()
    {
        byte[] document = await File.ReadAllBytesAsync(Conformance.PathOf("captures", "transform-output.batch-json.json"));
        byte[] line = await File.ReadAllBytesAsync(Conformance.PathOf("captures", "transform-output.batch-jsonlines.json"));
        await _fixture.Captures.PutAsync("scored/a.json.out", document);
        await _fixture.Captures.PutAsync("scored/b.json", line);
        await PutManifestAsync("output/2024/01/19/19/x.json", "s3://bucket/scored", "/a.json.out", "/b.json");
        int records = Encoding.UTF8.GetString(document).Split("\"score\"").Length - 1;

        RunRecord all = await RunAsync();
        RunRecord hour = await RunAsync(settings => settings with
        {
            Window = RunFixture.Hour(new DateTimeOffset(2024, 1, 19, 19, 0, 0, TimeSpan.Zero)),
        });

        Assert.Equal((records + 1, 0, 0), (all.Rows, all.RowsOutsideWindow, all.Unreadable));
        Assert.Equal((records, 1, 0), (hour.Rows, hour.RowsOutsideWindow, hour.Unreadable));
        Assert.Contains("\"name\" : \"predicted_label\"", await _fixture.ReportAsync("statistics.json"), StringComparison.Ordinal);
    }

    /// <summary>Rows as in the training set with the id and time that a transform appends.</summary>
    private static IEnumerable<string> Csv(DateTimeOffset time, int count) => Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{RunFixture.Score(i)},{RunFixture.Features(i)},94bcc22a-0462-4bd1-92c9-b46a5aaec1aa,{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));

    private static string Json(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"SageMakerInferenceId":"94bcc22a-0462-4bd1-92c9-b46a5aaec1aa","SageMakerInferenceTime":"{{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}}","SageMakerOutput":[0.5],"features":[30,"plus"]}""");

    private async Task PutManifestAsync(string key, string prefix, params string[] names) => await _fixture.Captures.PutAsync(
        key, Encoding.UTF8.GetBytes($$"""[{"prefix":"{{prefix}}"},{{string.Join(',', names.Select(name => $"\"{name}\""))}}]"""));

    private RunSettings Settings() => _fixture.Settings() with { Format = InputFormat.Transform };

    private async Task<RunRecord> RunAsync(Func<RunSettings, RunSettings>? change = null) => await MonitoringRun.ExecuteAsync(
        change?.Invoke(Settings()) ?? Settings(), await _fixture.KindAsync(), _fixture.Time);
}
