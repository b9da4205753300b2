using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Runs;

public sealed class LateDataTests
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
        Assert.Empty(await FindAsync(kind));

        await _fixture.CaptureAsync(Key(8, "31"), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-2), 3));

        Assert.Equal([RunFixture.Hour(RunFixture.Ten.AddHours(-2))], await FindAsync(kind));
    }

    [Fact]
    public async Task FindAsync_DataForAnHourThatHadNone_NamesItsWindow()
    {
        DataQualityKind kind = await _fixture.KindAsync();
        await RunAsync(-1, kind);

        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 3));

        Assert.Equal([RunFixture.Hour(RunFixture.Ten.AddHours(-1))], await FindAsync(kind));
    }

    [Fact]
    public async Task FindAsync_HourThatWasNeverRun_IsLeftOut()
    {
        await _fixture.CaptureAsync(Key(9), RunFixture.OrdinaryLines(RunFixture.Ten.AddHours(-1), 3));

        Assert.Empty(await FindAsync(await _fixture.KindAsync()));
    }

    private static string Key(int hour, string minute = "30") => $"2026/11/22/{hour:d2}/{minute}-00-000-a.jsonl";

    private RunSettings Settings(TimeWindow window) =>
        _fixture.Settings(window) with { ReportPrefix = $"reports/{window.Start:HH}/", IsHourPartitioned = true };

    private Task<RunRecord> RunAsync(int hours, DataQualityKind kind) => MonitoringRun.ExecuteAsync(
        Settings(RunFixture.Hour(RunFixture.Ten.AddHours(hours))), kind, _fixture.Time);

    private Task<IReadOnlyList<TimeWindow>> FindAsync(DataQualityKind kind) =>
        LateData.FindAsync(RunFixture.Hour(RunFixture.Ten), count: 5, Settings, kind, default);
}
