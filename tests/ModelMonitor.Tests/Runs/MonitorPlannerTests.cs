using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Runs;

public sealed class MonitorPlannerTests
{
    private static readonly DateTimeOffset Eleven = RunFixture.Ten.AddHours(1);

    private readonly MonitorFixture _fixture = new();

    [Fact]
    public async Task PlanAsync_FirstFiring_PlansTheDueHourAlone()
    {
        await _fixture.CaptureAsync(RunFixture.Ten.AddHours(-1), 10);
        await _fixture.CaptureAsync(RunFixture.Ten, 10);

        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));

        Assert.Equal((PlanStatus.Planned, RunFixture.Hour(RunFixture.Ten)), (planned.Status, planned.Plan.Window));
        Assert.Equal($"runs/churn/20261122T100000Z/{planned.Plan.Fingerprint}/plan.json", planned.PlanKey);
        Assert.NotNull(await _fixture.Artifacts.FindAsync(PlanFiles.ShardsKeyOf(planned.PlanKey), default));
    }

    [Fact]
    public async Task PlanAsync_FiredAgainAfterTheRun_FindsItDone()
    {
        await _fixture.CaptureAsync(RunFixture.Ten, 10);
        await _fixture.FireAsync(Eleven);

        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));

        Assert.Equal(PlanStatus.AlreadyDone, planned.Status);
    }

    [Fact]
    public async Task PlanAsync_DocumentLostAfterTheRun_PlansItAgain()
    {
        await _fixture.CaptureAsync(RunFixture.Ten, 10);
        await _fixture.FireAsync(Eleven);
        string key = _fixture.Settings(RunFixture.Hour(RunFixture.Ten)).ReportPrefix + "statistics.json";
        await _fixture.Artifacts.PutAsync(key, "{}"u8.ToArray(), default, default);

        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));
        RunRecord record = await _fixture.RunAsync(planned);

        Assert.Equal(PlanStatus.Planned, planned.Status);
        Assert.Contains(record.Documents!, document => document.Name == "statistics.json" && document.Size > 2);
        Assert.Contains("\"item_count\" : 10", (await _fixture.ReportAsync(_fixture.Settings(record.Window!)))["statistics.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanAsync_NoCaptures_IsNoDataAndRecorded()
    {
        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Eleven));
        RunRecord record = await _fixture.RunAsync(planned);

        Assert.Equal((PlanStatus.NoData, RunOutcome.NoData), (planned.Status, record.Outcome));
        Assert.Equal(PlanStatus.AlreadyDone, Assert.Single(await _fixture.PlanAsync(Eleven)).Status);
    }

    [Fact]
    public async Task PlanAsync_OutageLateFileAndFailure_AreRunWithTheDueHour()
    {
        foreach (int hour in new[] { -4, -3, -2, -1, 0 })
        {
            await _fixture.CaptureAsync(RunFixture.Ten.AddHours(hour), 10);
        }

        await _fixture.FireAsync(Eleven.AddHours(-4));
        await _fixture.FireAsync(Eleven.AddHours(-2)); // And with it the hour between, which was missed.
        await _fixture.CaptureAsync(RunFixture.Ten.AddHours(-4), 5, minute: "45");

        IReadOnlyList<RunRecord> records = await _fixture.FireAsync(Eleven);

        Assert.Equal(["22 06", "22 09", "22 10"], records.Select(record => MonitorFixture.Describe(record.Window)));
        Assert.Equal([1, 0, 0], records.Select(record => record.LateObjects));
        Assert.Equal([15, 10, 10], records.Select(record => record.Rows));
    }

    [Fact]
    public async Task PlanAsync_FileThatBeganAnHourLater_IsLateForItsEvents()
    {
        await _fixture.CaptureAsync(RunFixture.Ten, 10);
        await _fixture.FireAsync(Eleven);
        await _fixture.CaptureAsync(Eleven, 10, minute: "03"); // Near enough to hold the first hour's last events.

        IReadOnlyList<RunRecord> records = await _fixture.FireAsync(Eleven.AddHours(1));

        Assert.Equal(["22 10", "22 11"], records.Select(record => MonitorFixture.Describe(record.Window)));
        Assert.Equal((10, 10), (records[0].Rows, records[1].Rows));
    }

    [Fact]
    public async Task PlanAsync_TwentyFourQuietHours_AsksLittleOfTheStore()
    {
        for (int hour = -24; hour <= 0; hour++)
        {
            await _fixture.CaptureAsync(RunFixture.Ten.AddHours(hour), 3);
            await _fixture.FireAsync(Eleven.AddHours(hour));
        }

        await _fixture.CaptureAsync(Eleven, 3);
        (int lists, int reads, int finds, int puts) = Asked(_fixture.Artifacts);
        (int captureLists, int captureReads, int captureFinds, _) = Asked(_fixture.Captures);

        Assert.Equal(PlanStatus.Planned, Assert.Single(await _fixture.PlanAsync(Eleven.AddHours(1))).Status);

        // 24 records and the survey that is not there yet; the report's five files; survey, header and shards.
        (int Lists, int Reads, int Finds, int Puts) after = Asked(_fixture.Artifacts);
        Assert.Equal((0, 25, 5, 3), (after.Lists - lists, after.Reads - reads, after.Finds - finds, after.Puts - puts));

        // The hours from 10:00 less ten minutes to 12:00 and ten minutes a day later; one object is opened for its columns.
        after = Asked(_fixture.Captures);
        Assert.Equal((27, 1, 0), (after.Lists - captureLists, after.Reads - captureReads, after.Finds - captureFinds));
    }

    [Fact]
    public async Task PlanAsync_DailyMonitor_ListsDaysNotHours()
    {
        DateTimeOffset midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        int before = _fixture.Captures.Lists;

        await _fixture.PlanAsync(midnight, MonitorFixture.Daily);

        // 25 days, and an hour before and after them.
        Assert.Equal(27, _fixture.Captures.Lists - before);
    }

    [Theory]
    [InlineData("yesterday", "event: $.window: expected start and duration")]
    [InlineData("2026-11-22T10:00Z/P1000D", "event: $.window: expected a window of at most 31 days")]
    [InlineData("0001-01-01/PT1H", "event: $.window: expected a window of at most 31 days after the year 2000")]
    [InlineData("2026-11-22T23:00Z/PT1H", "event: $.window: the window 2026-11-22T23:00:00Z/PT1H is not over")]
    [InlineData(null, "event: expected \"time\"")]
    [InlineData("\u202e\n", "event: $.window: expected start and duration, such as 2026-11-22T10:00Z/PT1H, found \"\\u202E\\u000A\"")]
    public void RequestedWindow_MalformedRequest_SaysWhatWasExpected(string? window, string expected)
    {
        RunRequest request = new() { Monitor = "churn", Window = window };

        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => RequestedWindow.Of(request, MonitorFixture.Hourly, Eleven));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestedWindow_BaselineWithoutWindow_IsRefused()
    {
        RunRequest request = new() { Monitor = "churn", Time = Eleven, Baseline = "v1" };

        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => RequestedWindow.Of(request, MonitorFixture.Hourly, Eleven));

        Assert.StartsWith("event: $.baseline: expected \"window\" beside it", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void RequestedWindow_ImpossibleTime_IsRefused(string time)
    {
        RunRequest request = new()
        {
            Monitor = "churn", Time = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Throws<ConfigurationException>(() => RequestedWindow.Of(request, MonitorFixture.Hourly, Eleven));
    }

    private static (int Lists, int Reads, int Finds, int Puts) Asked(Testing.CountingObjectStore store) =>
        (store.Lists, store.Reads, store.Finds, store.Puts);
}
