using System.Globalization;
using CsCheck;
using ModelMonitor.Contracts.Scheduling;

namespace ModelMonitor.Contracts.Tests.Scheduling;

public sealed class ScheduleTests
{
    // The expected times follow from the calendar; 2026-11-22 is a Sunday.
    [Theory]
    [InlineData("hourly", "2026-11-22T10:59:59Z", "2026-11-22T09:00Z", "2026-11-22T10:00Z")]
    [InlineData("hourly", "2026-11-22T10:00:00Z", "2026-11-22T09:00Z", "2026-11-22T10:00Z")]
    [InlineData("hourly", "2026-11-22T00:00:00Z", "2026-11-21T23:00Z", "2026-11-22T00:00Z")]
    [InlineData("hourly", "2026-11-22T12:30:00+02:00", "2026-11-22T09:00Z", "2026-11-22T10:00Z")]
    [InlineData("daily", "2026-11-22T10:59:59Z", "2026-11-21T00:00Z", "2026-11-22T00:00Z")]
    [InlineData("daily", "2026-03-01T00:00:00Z", "2026-02-28T00:00Z", "2026-03-01T00:00Z")]
    [InlineData("cron(0 * ? * * *)", "2026-11-22T10:30:00Z", "2026-11-22T09:00Z", "2026-11-22T10:00Z")]
    [InlineData("cron(0 12 ? * * *)", "2026-11-22T10:30:00Z", "2026-11-20T12:00Z", "2026-11-21T12:00Z")]
    [InlineData("cron(0 00 ? * * *)", "2026-11-22T10:30:00Z", "2026-11-21T00:00Z", "2026-11-22T00:00Z")]
    [InlineData("cron(0 17/12 ? * * *)", "2026-11-22T10:30:00Z", "2026-11-21T17:00Z", "2026-11-22T05:00Z")]
    [InlineData("cron(0 00/06 ? * * *)", "2026-11-22T11:59:00Z", "2026-11-22T00:00Z", "2026-11-22T06:00Z")]
    [InlineData("cron(0 05/24 ? * * *)", "2026-11-22T11:59:00Z", "2026-11-21T05:00Z", "2026-11-22T05:00Z")]
    [InlineData("cron(30 9 ? * MON-FRI *)", "2026-11-22T11:00:00Z", "2026-11-19T09:30Z", "2026-11-20T09:30Z")]
    [InlineData("cron(30 9 ? * 2-6 *)", "2026-11-23T10:00:00Z", "2026-11-20T09:30Z", "2026-11-23T09:30Z")]
    [InlineData("cron(0 0 1 * ? *)", "2026-11-22T11:00:00Z", "2026-10-01T00:00Z", "2026-11-01T00:00Z")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-22T11:00:00Z", "2020-02-29T00:00Z", "2024-02-29T00:00Z")]
    [InlineData("cron(0/20 10,11 ? * * *)", "2026-11-22T10:10:00Z", "2026-11-21T11:40Z", "2026-11-22T10:00Z")]
    [InlineData("cron(15 0-23/8 ? JAN,nov * 2020-2030)", "2026-11-22T00:10:00Z", "2026-11-21T08:15Z", "2026-11-21T16:15Z")]
    public void LastCompletePeriod_Schedule_GivesLastTwoFirings(string text, string now, string start, string end)
    {
        SchedulePeriod? period = Schedule.Parse(text).LastCompletePeriod(TimeOf(now));

        Assert.Equal(new SchedulePeriod(TimeOf(start), TimeOf(end)), period);
    }

    [Theory]
    [InlineData("cron(0 0 1 1 ? 2030)", "2026-11-22T11:00:00Z")]
    [InlineData("cron(0 0 1 1 ? 2030)", "2035-11-22T11:00:00Z")]
    [InlineData("hourly", "1970-01-01T00:30:00Z")]
    public void LastCompletePeriod_FiredLessThanTwice_IsNone(string text, string now) =>
        Assert.Null(Schedule.Parse(text).LastCompletePeriod(TimeOf(now)));

    [Fact]
    public void LastCompletePeriod_AnyTime_MeetsTheOneBefore()
    {
        Schedule schedule = Schedule.Parse("cron(5/25 3-20/4 ? * TUE,SAT *)");
        Gen.Long[0, 50L * 365 * 24 * 3600].Sample(seconds =>
        {
            DateTimeOffset now = TimeOf("1975-01-01T00:00Z").AddSeconds(seconds);
            SchedulePeriod last = schedule.LastCompletePeriod(now)!.Value;
            SchedulePeriod before = schedule.LastCompletePeriod(last.End.AddSeconds(-1))!.Value;
            Assert.True(last.End <= now && last.Start < last.End);
            Assert.Equal(last.Start, before.End);
        });
    }

    // 1900 and 2100 are no leap years: from 29 February 2096 it is eight years to the next.
    [Theory]
    [InlineData("hourly", "PT1H")]
    [InlineData("daily", "P1D")]
    [InlineData("cron(0/5 * ? * * *)", "PT5M")]
    [InlineData("cron(0,1 * ? * * *)", "PT59M")]
    [InlineData("cron(0 17/12 ? * * *)", "PT12H")]
    [InlineData("cron(0 9-17 ? * * *)", "PT16H")]
    [InlineData("cron(30 9 ? * MON-FRI *)", "PT72H")]
    [InlineData("cron(0 9,17 ? * MON-FRI *)", "PT64H")]
    [InlineData("cron(0 0 ? * SUN *)", "P7D")]
    [InlineData("cron(0 0 1 * ? *)", "P31D")]
    [InlineData("cron(0 0 31 * ? *)", "P61D")]
    [InlineData("cron(0 0 29 2 ? *)", "P2921D")]
    [InlineData("cron(0 0 29 2 ? 2020-2030)", "P1461D")]
    [InlineData("cron(0 0,6 1 1 ? 2030)", "PT6H")]
    public void FindLongestGap_Schedule_IsTheTimeBetweenTwoFirings(string text, string expected)
    {
        Assert.True(IsoDuration.TryParse(expected, out TimeSpan gap));
        Assert.Equal(gap, Schedule.Parse(text).FindLongestGap());
    }

    [Fact]
    public void FindLongestGap_FiresOnce_IsNone() => Assert.Null(Schedule.Parse("cron(0 0 1 1 ? 2030)").FindLongestGap());

    [Fact]
    public void FindLongestGap_AnyTime_IsNoShorterThanThePeriod()
    {
        Schedule schedule = Schedule.Parse("cron(5/25 3-20/4 1-20 2,6 ? *)");
        TimeSpan longest = schedule.FindLongestGap()!.Value;
        Gen.Long[0, 50L * 365 * 24 * 3600].Sample(seconds =>
        {
            SchedulePeriod period = schedule.LastCompletePeriod(TimeOf("1975-01-01T00:00Z").AddSeconds(seconds))!.Value;
            Assert.True(period.End - period.Start <= longest);
        });
    }

    // Only the hours that go on past midnight are spelt out: EventBridge stops at the end of the day.
    [Theory]
    [InlineData("hourly", "cron(0 * ? * * *)")]
    [InlineData("daily", "cron(0 0 ? * * *)")]
    [InlineData("cron(0 17/12 ? * * *)", "cron(0 5,17 ? * * *)")]
    [InlineData("cron(0 1,20/8 ? * MON *)", "cron(0 1,4,12,20 ? * MON *)")]
    [InlineData("cron(0 17/5 ? * * *)", "cron(0 17/5 ? * * *)")]
    public void EventBridgeExpression_Schedule_FiresAtTheSameTimes(string text, string expected) =>
        Assert.Equal(expected, Schedule.Parse(text).EventBridgeExpression);

    [Theory]
    [InlineData("", "expected hourly, daily or cron(")]
    [InlineData("weekly", "found 'weekly'")]
    [InlineData("cron(0 * ? * *)", "six fields")]
    [InlineData("cron(0 * * * * *)", "'?' in exactly one")]
    [InlineData("cron(0 * ? * ? *)", "'?' in exactly one")]
    [InlineData("cron(? * ? * * *)", "minute of a cron expression cannot be '?'")]
    [InlineData("cron(60 * ? * * *)", "expected numbers from 0 to 59")]
    [InlineData("cron(0 24 ? * * *)", "expected numbers from 0 to 23")]
    [InlineData("cron(0 [00-23] ? * * *)", "as the hour")]
    [InlineData("cron(0 5-3 ? * * *)", "as the hour")]
    [InlineData("cron(0 */0 ? * * *)", "as the hour")]
    [InlineData("cron(0 1,,2 ? * * *)", "as the hour")]
    [InlineData("cron(0 -1 ? * * *)", "as the hour")]
    [InlineData("cron(0 0 L * ? *)", "day of month")]
    [InlineData("cron(0 0 ? * 0 *)", "expected numbers from 1 to 7 or SUN to SAT")]
    [InlineData("cron(0 0 ? FOO * *)", "month")]
    [InlineData("cron(0 0 ? * * 1969)", "expected numbers from 1970 to 2199")]
    [InlineData("cron(0 0 31 2 ? *)", "never fires")]
    public void TryParse_InvalidText_SaysWhatWasExpected(string text, string expected)
    {
        Assert.False(Schedule.TryParse(text, out _, out string? error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_RandomText_GivesScheduleOrError() =>
        Gen.String[Gen.Char["0123456789*?,-/ ()cronMONSULW#"], 0, 24].Sample(text =>
            Schedule.TryParse($"cron({text})", out Schedule? schedule, out string? error)
                ? schedule.LastCompletePeriod(TimeOf("2026-11-22T10:00Z")) is not { } period || period.Start < period.End
                : error.Length > 0);

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
