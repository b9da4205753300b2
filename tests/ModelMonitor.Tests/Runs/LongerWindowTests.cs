using System.Text.RegularExpressions;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs;

/// <summary>Windows longer than an hour, which are made of the states of their hours.</summary>
public sealed partial class LongerWindowTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Day = new(Midnight, Midnight.AddDays(1));

    private readonly MonitorFixture _fixture = new();

    [Fact]
    public async Task Daily_HoursJudgedBefore_OpensNoCapture()
    {
        await CaptureDayAsync();
        for (int hour = 1; hour <= 24; hour++)
        {
            await _fixture.FireAsync(Midnight.AddHours(hour));
        }

        int before = _fixture.Captures.Reads;
        RunRecord record = Assert.Single(await _fixture.FireAsync(Day.End, MonitorFixture.Daily));

        Assert.Equal(0, _fixture.Captures.Reads - before);
        Assert.Equal((24 * 40, 24), (record.Rows, record.ObjectCount));
    }

    [Fact]
    public async Task Daily_NoHourJudgedBefore_ReadsTheDayWithTheSameResult()
    {
        await CaptureDayAsync();
        RunSettings settings = _fixture.Settings(Day, MonitorFixture.Daily);
        await _fixture.FireAsync(Day.End, MonitorFixture.Daily);
        Dictionary<string, string> fresh = await _fixture.ReportAsync(settings);

        MonitorFixture other = new();
        await CaptureDayAsync(other);
        for (int hour = 1; hour <= 24; hour++)
        {
            await other.FireAsync(Midnight.AddHours(hour));
        }

        await other.FireAsync(Day.End, MonitorFixture.Daily);

        Assert.Equal(3, fresh.Count);
        Assert.Equal(fresh, await other.ReportAsync(settings));
    }

    [Fact]
    public async Task Daily_AgainstTheDayReadInOneGo_HasTheSameCounts()
    {
        await CaptureDayAsync();
        DataQualityKind kind = await _fixture.KindAsync(MonitorFixture.Daily);
        RunSettings settings = _fixture.Settings(Day, MonitorFixture.Daily);
        RunSettings whole = settings with { IsHourPartitioned = false, KeepStates = false };

        RunPlan byHours = await RunPlanner.PlanAsync(settings, kind, default);
        RunPlan inOneGo = await RunPlanner.PlanAsync(whole, kind, default);
        ShardState<DatasetProfile> merged = (await ShardProfiler.ProfileAllAsync(byHours, kind, settings, null, default))!;
        ShardState<DatasetProfile> read = (await ShardProfiler.ProfileAllAsync(inOneGo, kind, whole, null, default))!;

        Assert.Equal((24, 1), (byHours.ShardCount, inOneGo.ShardCount));
        Assert.Equal(byHours.InputFingerprint, inOneGo.InputFingerprint);
        Assert.Equal((read.Reading.Rows, read.Reading.LastEvent), (merged.Reading.Rows, merged.Reading.LastEvent));
        Assert.Equal(read.Content.Columns.Names, merged.Content.Columns.Names);
        for (int column = 0; column < read.Content.Columns.Count; column++)
        {
            Assert.Equal(StateFile.ToBytes(read.Content[column].Completeness), StateFile.ToBytes(merged.Content[column].Completeness));
            Assert.Equal(StateFile.ToBytes(read.Content[column].Types), StateFile.ToBytes(merged.Content[column].Types));
            Assert.Equal(StateFile.ToBytes(read.Content[column].Categories), StateFile.ToBytes(merged.Content[column].Categories));
            Assert.Equal(StateFile.ToBytes(read.Content[column].Distinct), StateFile.ToBytes(merged.Content[column].Distinct));
        }
    }

    [Fact]
    public async Task Daily_ColumnsChangeAtNoon_EachHourKeepsItsOwn()
    {
        await CaptureDayAsync();
        RunFixture wide = new();
        string line = RunFixture.Line(Midnight.AddHours(12), "30,plus,surplus");
        await wide.CaptureAsync("x", line);
        await _fixture.Captures.PutAsync(
            "capture/churn-xgboost/AllTraffic/2026/11/22/12/30-00-000-a.jsonl",
            await wide.Captures.ReadAllAsync("x"), default, default);

        RunRecord record = Assert.Single(await _fixture.FireAsync(Day.End, MonitorFixture.Daily));

        Assert.Equal((23 * 40 + 1, 0), (record.Rows, record.Unreadable));
        Assert.True(record.Violations > 0);
    }

    [Fact]
    public async Task Daily_LateFileInOneHour_ReadsThatHourAlone()
    {
        await CaptureDayAsync();
        await _fixture.FireAsync(Day.End, MonitorFixture.Daily);
        await _fixture.CaptureAsync(Midnight.AddHours(5), 7, minute: "40");
        int before = _fixture.Captures.Reads;

        RunRecord record = (await _fixture.FireAsync(Day.End.AddDays(1), MonitorFixture.Daily))[0];

        Assert.Equal((Day, 24 * 40 + 7, 1), (record.Window, record.Rows, record.LateObjects));
        Assert.Equal(3, _fixture.Captures.Reads - before); // One for the hour's columns, and its two objects.
    }

    [Fact]
    public async Task PlanAsync_Shards_DoNotTellTheMonitor()
    {
        await CaptureDayAsync();
        PlannedWindow planned = Assert.Single(await _fixture.PlanAsync(Midnight.AddHours(11)));
        PlannedWindow other = Assert.Single(await _fixture.PlanAsync(
            Midnight.AddHours(11), MonitorFixture.Hourly with { Name = "other" }));

        Assert.Equal(PlanStatus.Planned, other.Status);
        Assert.Equal(planned.Plan.Shards.Select(shard => shard.StateKey), other.Plan.Shards.Select(shard => shard.StateKey));
        Assert.All(planned.Plan.Shards, shard => Assert.Matches(StateKey(), shard.StateKey));
    }

    [Theory]
    [InlineData(10, 11, 1)]
    [InlineData(10, 13, 3)]
    [InlineData(10.5, 12.5, 1)]
    [InlineData(10, 10.5, 1)]
    public void HoursOf_Window_AreItsHoursWhereItHasWholeOnes(double start, double end, int count) =>
        Assert.Equal(count, CaptureHours.HoursOf(new TimeWindow(Midnight.AddHours(start), Midnight.AddHours(end))).Count);

    private Task CaptureDayAsync() => CaptureDayAsync(_fixture);

    private static async Task CaptureDayAsync(MonitorFixture fixture)
    {
        for (int hour = 0; hour < 24; hour++)
        {
            await fixture.CaptureAsync(Midnight.AddHours(hour), 40);
        }
    }

    [GeneratedRegex("^states/churn-xgboost/AllTraffic/[0-9a-f]{32}\\.state$")]
    private static partial Regex StateKey();
}
