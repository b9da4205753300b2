using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs;

public sealed class EarlierWindowsTests
{
    private readonly RunFixture _fixture = new();

    [Fact]
    public async Task FindAsync_FileArrivesAfterTheRun_NamesItsWindow()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await _fixture.CaptureAsync(Key(8), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-2), 10));
        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 10));
        await RunAsync(-2, kind);
        await RunAsync(-1, kind);
        Assert.Empty(await FindAsync());

        await _fixture.CaptureAsync(Key(8, "31"), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-2), 3));

        Assert.Equal([RunFixture.Hour(RunFixture.Ten.AddHours(-2))], await FindAsync());
    }

    [Fact]
    public async Task FindAsync_DataForAnHourThatHadNone_NamesItsWindow()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await RunAsync(-1, kind);

        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 3));

        Assert.Equal([RunFixture.Hour(RunFixture.Ten.AddHours(-1))], await FindAsync());
    }

    [Fact]
    public async Task FindAsync_HourThatWasNeverRun_IsLeftOut()
    {
        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 3));

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task FindAsync_MissedHour_IsNamedWhereMissedOnesCount()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await RunAsync(-4, kind);
        await RunAsync(-1, kind);

        Assert.Equal([Hour(-3), Hour(-2)], await FindAsync(includesMissed: true));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task FindAsync_ObjectsExpired_LeavesTheReportOfTheirHour()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 10));
        await RunAsync(-1, kind);

        Assert.Empty(await EarlierWindows.FindAsync(
            Windows(), window => Settings(window) with { Input = new MemoryObjectStore(_fixture.Time) }, false, default));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task FindAsync_FailedHour_IsTriedAgainAFewTimes(int attempts, bool isFound)
    {
        DataQualityKind kind = await _fixture.KindAsync();
        RunRecord record = await RunAsync(-1, kind) with { Outcome = RunOutcome.Failed, Attempts = attempts };
        await _fixture.Artifacts.PutAsync(
            Settings(Hour(-1)).ReportPrefix + "run.json", JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));

        Assert.Equal(isFound ? [Hour(-1)] : [], await FindAsync());
    }

    [Fact]
    public async Task FindAsync_LateDataWhoseRunsGoOnFailing_IsLeftToAnOperator()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await RunAsync(-1, kind);
        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 3));
        for (int hours = 1; hours <= 3; hours++)
        {
            Assert.Single(await FindAsync());
            string key = ObjectKeys.Failure(Settings(Hour(-1)).WorkPrefix, _fixture.Time.GetUtcNow().AddHours(hours), "0123");
            await _fixture.Artifacts.PutAsync(key, "{}"u8.ToArray());
        }

        Assert.Empty(await FindAsync());
    }

    private static string Key(int hour, string minute = "30") => $"2026/11/22/{hour:d2}/{minute}-00-000-a.jsonl";

    private static TimeWindow Hour(int hours) => RunFixture.Hour(RunFixture.Ten.AddHours(hours));

    private static TimeWindow[] Windows() => [.. Enumerable.Range(-5, 5).Select(Hour)];

    private RunSettings Settings(TimeWindow window) => _fixture.Settings(window) with
    {
        ReportPrefix = $"reports/{window.Start:HH}/", WorkPrefix = $"runs/{window.Start:HH}/", IsHourPartitioned = true, KeepStates = true,
    };

    private Task<RunRecord> RunAsync(int hours, DataQualityKind kind) =>
        MonitoringRun.ExecuteAsync(Settings(Hour(hours)), kind, _fixture.Time);

    private Task<IReadOnlyList<TimeWindow>> FindAsync(bool includesMissed = false) =>
        EarlierWindows.FindAsync(Windows(), Settings, includesMissed, default);
}
