using System.Globalization;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Contracts.Tests.Monitors;

/// <summary>2026-11-21 is a Saturday.</summary>
public sealed class MaintenanceWindowTests
{
    [Theory]
    [InlineData("2026-11-20T23:59:59Z", false)]
    [InlineData("2026-11-21T07:59:59Z", false)]
    [InlineData("2026-11-21T08:00:00Z", true)]
    [InlineData("2026-11-21T18:29:59Z", true)]
    [InlineData("2026-11-21T18:30:00Z", false)]
    [InlineData("2026-11-22T09:00:00Z", false)]
    [InlineData("2026-11-21T06:30:00-02:00", true)]
    public void Contains_WithinADay_IsFromItsStartUpToItsEnd(string time, bool expected) => Assert.Equal(
        expected, new MaintenanceWindow([DayOfWeek.Saturday], TimeSpan.FromHours(8), TimeSpan.FromHours(18.5)).Contains(Time(time)));

    [Theory]
    [InlineData("2026-11-21T03:00:00Z", false)]
    [InlineData("2026-11-21T22:00:00Z", true)]
    [InlineData("2026-11-22T05:59:59Z", true)]
    [InlineData("2026-11-22T06:00:00Z", false)]
    [InlineData("2026-11-22T23:00:00Z", false)]
    public void Contains_OverMidnight_BelongsToTheDayOnWhichItBegins(string time, bool expected) => Assert.Equal(
        expected, new MaintenanceWindow([DayOfWeek.Saturday], TimeSpan.FromHours(22), TimeSpan.FromHours(6)).Contains(Time(time)));

    [Theory]
    [InlineData("2026-11-20T23:59:59Z", false)]
    [InlineData("2026-11-21T00:00:00Z", true)]
    [InlineData("2026-11-22T23:59:59Z", true)]
    [InlineData("2026-11-23T00:00:00Z", false)]
    public void Contains_WholeDays_EndWithTheLastOfThem(string time, bool expected) => Assert.Equal(
        expected,
        new MaintenanceWindow([DayOfWeek.Saturday, DayOfWeek.Sunday], TimeSpan.Zero, TimeSpan.FromDays(1)).Contains(Time(time)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
