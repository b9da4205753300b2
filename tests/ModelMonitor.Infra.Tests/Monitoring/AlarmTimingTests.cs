using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Infra.Monitoring;

namespace ModelMonitor.Infra.Tests.Monitoring;

public sealed class AlarmTimingTests
{
    [Theory]
    [InlineData("hourly", 3)]
    [InlineData("daily", 26)]
    [InlineData("cron(0 8 ? * MON-FRI *)", 74)]
    [InlineData("cron(0/15 * ? * * *)", 2)]
    public void HoursWithoutRun_CoverTheLongestGapAndTheRunItself(string schedule, int hours) =>
        Assert.Equal(hours, AlarmTiming.Of(Monitor(schedule)).HoursWithoutRun);

    [Theory]
    [InlineData("cron(0 8 ? * MON *)")]
    [InlineData("cron(0 8 1 * ? *)")]
    [InlineData("cron(0 8 1 1 ? 2027)")]
    public void FindProblem_OfAScheduleBeyondCloudWatchsMemory_FindsIt(string schedule) =>
        Assert.Contains(schedule, AlarmTiming.FindProblem(Monitor(schedule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("hourly")]
    [InlineData("daily")]
    [InlineData("cron(0 8 ? * MON-FRI *)")]
    public void FindProblem_OfAScheduleThatCanBeWatched_FindsNone(string schedule) =>
        Assert.Null(AlarmTiming.FindProblem(Monitor(schedule)));

    [Theory]
    [InlineData("hourly", 10, 1, 1)]
    [InlineData("hourly", 150, 1, 3)]
    [InlineData("daily", 10, 3, 3)]
    [InlineData("daily", 10, 9, 7)]
    public void PeriodsFor_SeeThatManySettledWindows(string schedule, int settleMinutes, int windows, int periods) => Assert.Equal(
        periods,
        AlarmTiming.Of(Monitor(schedule) with { SettleDelay = TimeSpan.FromMinutes(settleMinutes) }).PeriodsFor(windows));

    [Theory]
    [InlineData("hourly", 3)]
    [InlineData("daily", 1)]
    public void WindowsWithoutData_AreThreeUnlessOneIsADay(string schedule, int windows) =>
        Assert.Equal(windows, AlarmTiming.Of(Monitor(schedule)).WindowsWithoutData);

    private static MonitorDefinition Monitor(string schedule) => new() { Name = "m", Endpoint = "e", Schedule = Schedule.Parse(schedule) };
}
