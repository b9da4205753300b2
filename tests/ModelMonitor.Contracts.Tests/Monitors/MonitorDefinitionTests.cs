using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Tests.Monitors;

public sealed class MonitorDefinitionTests
{
    private static readonly MonitorDefinition Hourly = new() { Name = "churn", Endpoint = "churn-xgboost" };

    [Theory]
    [InlineData(9, 8)]
    [InlineData(10, 9)]
    public void LastSettledWindow_SettleDelay_HoldsTheHourBack(int minute, int startHour)
    {
        SchedulePeriod? window = Hourly.LastSettledWindow(At(10, minute));
        Assert.Equal(new SchedulePeriod(At(startHour, 0), At(startHour + 1, 0)), window);
    }

    [Fact]
    public void LastSettledWindow_OwnWindow_EndsWithThePeriod()
    {
        MonitorDefinition monitor = Hourly with { Window = TimeSpan.FromHours(3) };
        Assert.Equal(new SchedulePeriod(At(7, 0), At(10, 0)), monitor.LastSettledWindow(At(10, 30)));
    }

    [Fact]
    public void LastSettledWindow_NeverFired_IsNone() =>
        Assert.Null((Hourly with { Schedule = Schedule.Parse("cron(0 0 1 1 ? 2040-2050)") }).LastSettledWindow(At(10, 30)));

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 22, hour, minute, 0, TimeSpan.Zero);
}
