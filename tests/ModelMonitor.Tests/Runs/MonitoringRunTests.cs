using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ModelMonitor.Constraints;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs;

public sealed class MonitoringRunTests
{
    private readonly RunFixture _fixture = new();

    [Fact]
    public async Task ExecuteAsync_OrdinaryTraffic_Completes()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 600));

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.Completed, record.Outcome);
        Assert.Equal("Completed: Job completed successfully with no violations.", record.Message);
        Assert.Equal(600, record.Rows);
        Assert.Equal(0, record.Unreadable);
        Assert.Equal(["score", "age", "plan"], record.Features.Select(feature => feature.Name));
    }

    [Fact]
    public async Task ExecuteAsync_ShiftedFeature_NamesItAndWritesTheReport()
    {
        await _fixture.CaptureAsync(
            "a.jsonl", Enumerable.Range(0, 600).Select(i => RunFixture.Line(RunFixture.Ten, $"{60 + i % 10},plus", RunFixture.Score(i))));

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.CompletedWithViolations, record.Outcome);
        Assert.Equal(["age", "plan"], record.Features.Where(feature => feature.Drifted).Select(feature => feature.Name));
        Assert.Contains("baseline_drift_check", await _fixture.ReportAsync("constraint_violations.json"), StringComparison.Ordinal);
        Assert.Contains("\"item_count\" : 600", await _fixture.ReportAsync("statistics.json"), StringComparison.Ordinal);
        Assert.Contains("\"domains\"", await _fixture.ReportAsync("constraints.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_Window_KeepsItsEventsOnly()
    {
        await _fixture.CaptureAsync(
            "e/v/2026/11/22/09/59-30-000-a.jsonl",
            RunFixture.Line(RunFixture.Ten.AddSeconds(-1), "30,plus"), RunFixture.Line(RunFixture.Ten, "31,plus"));
        await _fixture.CaptureAsync("e/v/2026/11/22/10/00-30-000-a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 100));
        await _fixture.CaptureAsync(
            "e/v/2026/11/22/11/00-10-000-a.jsonl",
            RunFixture.Line(RunFixture.Ten.AddMinutes(59), "32,plus"), RunFixture.Line(RunFixture.Ten.AddHours(1), "33,plus"));

        RunRecord record = await MonitoringRun.ExecuteAsync(
            _fixture.Settings(RunFixture.Hour(RunFixture.Ten)), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(102, record.Rows);
        Assert.Equal(2, record.RowsOutsideWindow);
        Assert.Equal(3, record.ObjectCount);
    }

    [Fact]
    public async Task ExecuteAsync_NoObjects_IsAnOutcome()
    {
        RunRecord record = await MonitoringRun.ExecuteAsync(
            _fixture.Settings(RunFixture.Hour(RunFixture.Ten)), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Contains("\"NoData\"", await _fixture.ReportAsync("run.json"), StringComparison.Ordinal);
        Assert.Null(await _fixture.Artifacts.FindAsync("statistics.json"));
    }

    [Fact]
    public async Task ExecuteAsync_OnlyEventsOfAnotherHour_IsNoData()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-5), 10));

        RunRecord record = await MonitoringRun.ExecuteAsync(
            _fixture.Settings(RunFixture.Hour(RunFixture.Ten)), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Equal(10, record.RowsOutsideWindow);
    }

    [Fact]
    public async Task ExecuteAsync_Repeated_ReturnsTheFirstOutcomeAndWritesNothing()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 50));
        DataQualityKind kind = await _fixture.KindAsync();
        RunRecord first = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);
        List<StoredObject> before = await _fixture.Artifacts.ListAsync("").ToListAsync();

        _fixture.Time.Advance(TimeSpan.FromHours(1));
        RunRecord second = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);

        Assert.Equal(first.StartedAt, second.StartedAt);
        Assert.Equal(before, await _fixture.Artifacts.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task ExecuteAsync_LateFile_RunsAgain()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 50));
        DataQualityKind kind = await _fixture.KindAsync();
        await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);

        await _fixture.CaptureAsync("b.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 7));
        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);

        Assert.Equal(57, record.Rows);
        Assert.Contains("\"item_count\" : 57", await _fixture.ReportAsync("statistics.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_LateFileCuresTheDrift_LeavesNoStaleViolations()
    {
        DataQualityKind kind = await _fixture.KindAsync(new EvaluationOptions { Compatibility = Compatibility.SageMaker });
        await _fixture.CaptureAsync("a.jsonl", Enumerable.Range(0, 50).Select(_ => RunFixture.Line(RunFixture.Ten, "69,plus", "0.50")));
        RunRecord first = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 900));

        RunRecord second = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);

        Assert.Equal(RunOutcome.CompletedWithViolations, first.Outcome);
        Assert.Equal(RunOutcome.Completed, second.Outcome);
        Assert.DoesNotContain("drift", await _fixture.ReportAsync("constraint_violations.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExecuteAsync_SageMakerWithoutViolations_WritesNoViolationsFile()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 900));

        await MonitoringRun.ExecuteAsync(
            _fixture.Settings(),
            await _fixture.KindAsync(new EvaluationOptions { Compatibility = Compatibility.SageMaker }),
            _fixture.Time);

        Assert.Null(await _fixture.Artifacts.FindAsync("constraint_violations.json"));
    }

    [Fact]
    public async Task ExecuteAsync_DamagedRecordOfAnEarlierRun_RunsAgain()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 5));
        await _fixture.Artifacts.PutAsync("run.json", "{\"monitor\":"u8.ToArray());

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(5, record.Rows);
    }

    [Fact]
    public async Task ExecuteAsync_KeptStates_ReadsOnlyWhatIsNew()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        RunSettings settings = _fixture.Settings() with { KeepStates = true, ShardBytes = 1 };
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 1));
        await MonitoringRun.ExecuteAsync(settings, kind, _fixture.Time);
        await _fixture.CaptureAsync("b.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 1));
        List<StoredObject> before = await _fixture.Artifacts.ListAsync("work/").ToListAsync();

        RunRecord record = await MonitoringRun.ExecuteAsync(settings, kind, _fixture.Time);

        List<StoredObject> after = await _fixture.Artifacts.ListAsync("work/").ToListAsync();
        Assert.Equal(2, record.Rows);
        Assert.True(after.Count > before.Count);
        Assert.All(before.Where(stored => stored.Key.EndsWith(".state", StringComparison.Ordinal)), stored => Assert.Contains(stored, after));
        using JsonDocument plan = JsonDocument.Parse(await _fixture.Artifacts.ReadAllAsync($"work/{record.Fingerprint}/shards.json"));
        Assert.Equal(record.ShardCount, plan.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task ExecuteAsync_DamagedState_IsMadeAnew()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        RunSettings settings = _fixture.Settings() with { KeepStates = true };
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 3));
        await MonitoringRun.ExecuteAsync(settings, kind, _fixture.Time);
        string key = Assert.Single(
            await _fixture.Artifacts.ListAsync("work/").Select(stored => stored.Key).ToListAsync(),
            key => key.EndsWith(".state", StringComparison.Ordinal));
        byte[] sound = await _fixture.Artifacts.ReadAllAsync(key);
        await _fixture.Artifacts.PutAsync(key, sound.AsMemory(..^1));

        RunRecord record = await MonitoringRun.ExecuteAsync(settings with { ReportPrefix = "again/" }, kind, _fixture.Time);

        Assert.Equal(3, record.Rows);
        Assert.Equal(sound, await _fixture.Artifacts.ReadAllAsync(key));
    }

    [Fact]
    public async Task ExecuteAsync_LargeGzipWithoutItsEnding_IsNotCut()
    {
        MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', RunFixture.OrdinaryLines(RunFixture.Ten, 500))));
        }

        await _fixture.Captures.PutAsync("a.jsonl", compressed.ToArray());

        RunRecord record = await MonitoringRun.ExecuteAsync(
            _fixture.Settings() with { ShardBytes = compressed.ToArray().Length / 4 }, await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal((500, 0, 1), (record.Rows, record.Unreadable, record.ShardCount));
    }

    [Theory]
    [InlineData(InputFormat.Capture, 1)]
    [InlineData(InputFormat.Capture, 1 << 20)]
    [InlineData(InputFormat.CsvWithoutHeader, 1 << 20)]
    public async Task ExecuteAsync_ObjectGoneSinceItWasListed_IsCountedAsUnreadable(InputFormat format, int shardBytes)
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 1));
        RunSettings settings = _fixture.Settings() with
        {
            Input = new EmptiedStore(_fixture.Captures), Format = format, ShardBytes = shardBytes,
        };

        RunRecord record = await MonitoringRun.ExecuteAsync(settings, await _fixture.KindAsync(), _fixture.Time);

        UnreadableSample sample = Assert.Single(record.UnreadableSamples);
        Assert.Equal(("a.jsonl", "the object was there when the run was planned, and is gone"), (sample.File, sample.Reason));
        Assert.Equal((RunOutcome.NoData, 1), (record.Outcome, record.Unreadable));
    }

    [Fact]
    public async Task ExecuteAsync_UnreadableLines_AreSampledWithTheirLineWhateverTheShards()
    {
        string[] lines = [.. RunFixture.OrdinaryLines(RunFixture.Ten, 40)];
        lines[17] = "not json";
        lines[31] = RunFixture.Line(RunFixture.Ten, "30,plus,surplus");
        await _fixture.CaptureAsync("a.jsonl", lines);
        DataQualityKind kind = await _fixture.KindAsync();

        RunRecord whole = await MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time);
        RunRecord cut = await MonitoringRun.ExecuteAsync(
            _fixture.Settings() with { ReportPrefix = "cut/", ShardBytes = 1000, Threads = 3 }, kind, _fixture.Time);

        Assert.Equal(2, whole.Unreadable);
        Assert.Equal([18, 32], whole.UnreadableSamples.Select(sample => sample.Line));
        Assert.Equal(whole.UnreadableSamples, cut.UnreadableSamples);
        Assert.True(cut.ShardCount > 3);
    }

    [Fact]
    public async Task ExecuteAsync_Cancelled_WritesNoReport()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 50));
        DataQualityKind kind = await _fixture.KindAsync();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => MonitoringRun.ExecuteAsync(_fixture.Settings(), kind, _fixture.Time, cancellationToken: cancelled.Token));

        Assert.Empty(await _fixture.Artifacts.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task ExecuteAsync_EmptyAndHiddenFiles_AreNoData()
    {
        await _fixture.Captures.PutAsync("empty.jsonl", Array.Empty<byte>());
        await _fixture.CaptureAsync("_SUCCESS", "not json");
        await _fixture.CaptureAsync(".hidden/a.jsonl", "not json");

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Equal(0, record.Unreadable);
    }

    [Fact]
    public async Task ExecuteAsync_BinaryGarbage_IsCountedAndNamed()
    {
        await _fixture.Captures.PutAsync("garbage.jsonl", Encoding.Latin1.GetBytes("\u0000\u00ff\u00fe\n\u0001{}\n"));

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Equal("NoData: Not one row of the captured data could be read.", record.Message);
        Assert.Equal(2, record.Unreadable);
        Assert.All(record.UnreadableSamples, sample => Assert.Equal("garbage.jsonl", sample.File));
    }

    [Fact]
    public async Task ExecuteAsync_NumberBeyondDoubles_IsLeftOutCountedAndNamed()
    {
        string[] lines = [.. RunFixture.OrdinaryLines(RunFixture.Ten, 20)];
        lines[4] = RunFixture.Line(RunFixture.Ten, "1e999,plus", "0.5");
        await _fixture.CaptureAsync("a.jsonl", lines);

        RunRecord record = await MonitoringRun.ExecuteAsync(_fixture.Settings(), await _fixture.KindAsync(), _fixture.Time);

        Assert.Equal(20, record.Rows);
        Assert.Equal(0, record.Unreadable);
        Assert.Equal(1, record.UnusableNumbers);
        Assert.Equal(
            [new UnreadableSample("a.jsonl", 5, "age: \"1e999\" is beyond the range of a double")], record.UnreadableSamples);
    }

    /// <summary>Lists what another store has, all of which has gone in the meantime.</summary>
    private sealed class EmptiedStore(IObjectStore before) : IObjectStore
    {
        public IAsyncEnumerable<StoredObject> ListAsync(string prefix, string? startAfter, CancellationToken cancellationToken) =>
            before.ListAsync(prefix, startAfter, cancellationToken);

        public Task<Stream> OpenReadAsync(string key, long offset, CancellationToken cancellationToken) =>
            throw new FileNotFoundException("", key);

        public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken) =>
            Task.FromResult<StoredObject?>(null);

        public Task<StoredObject?> PutAsync(
            string key, ReadOnlyMemory<byte> content, PutCondition condition, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
