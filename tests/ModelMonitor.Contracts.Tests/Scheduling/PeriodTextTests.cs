using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Tests.Scheduling;

public sealed class PeriodTextTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Format_Period_IsStartAndDurationThatParses()
    {
        SchedulePeriod period = new(Ten.ToOffset(TimeSpan.FromHours(2)), Ten.AddMinutes(90));

        Assert.Equal("2026-11-22T10:00:00Z/PT1H30M", PeriodText.Format(period));
        Assert.True(PeriodText.TryParse(PeriodText.Format(period), out SchedulePeriod parsed, out _));
        Assert.Equal(period, parsed);
    }

    [Theory]
    [InlineData("2026-11-22T10:00Z/PT1H", 60)]
    [InlineData("2026-11-22T10:00:00Z/PT90M", 90)]
    [InlineData("2026-11-22T10Z/P1D", 1440)]
    [InlineData("2026-11-22T10:00/2026-11-22T11:00", 60)]
    [InlineData("2026-11-22T12:00+02:00/2026-11-22T10:30Z", 30)]
    public void TryParse_IsoSpan_IsUtc(string text, int minutes)
    {
        Assert.True(PeriodText.TryParse(text, out SchedulePeriod period, out string? error), error);
        Assert.Equal(new SchedulePeriod(Ten, Ten.AddMinutes(minutes)), period);
        Assert.Equal(TimeSpan.Zero, period.Start.Offset);
    }

    [Theory]
    [InlineData("", "expected start and duration")]
    [InlineData("a/b/c", "expected start and duration")]
    [InlineData("/PT1H", "expected a start")]
    [InlineData("2026-02-30/PT1H", "expected a start")]
    [InlineData("2026-11-22T10:00Z/", "expected a duration such as PT1H or an end")]
    [InlineData("2026-11-22T10:00Z/PT", "expected a duration")]
    [InlineData("2026-11-22T10:00Z/PT0S", "the end is not after the start")]
    [InlineData("2026-11-22T10:00Z/2026-11-22T09:00Z", "the end is not after the start")]
    [InlineData("9999-12-31/P2D", "beyond the year 9999")]
    public void TryParse_AnythingElse_SaysWhatWasExpected(string text, string expected)
    {
        Assert.False(PeriodText.TryParse(text, out _, out string? error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
