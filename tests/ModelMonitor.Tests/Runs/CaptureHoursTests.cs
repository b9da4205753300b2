using ModelMonitor.Reading;
using ModelMonitor.Runs;

namespace ModelMonitor.Tests.Runs;

public sealed class CaptureHoursTests
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);
    private static readonly TimeWindow TenToEleven = new(
        new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Folders_OneHour_IncludesTheHoursBesideIt() =>
        Assert.Equal(["2026/11/22/09/", "2026/11/22/10/", "2026/11/22/11/"], CaptureHours.Folders(TenToEleven, Slack));

    [Fact]
    public void Folders_AcrossMidnight_NamesBothDays() =>
        Assert.Equal(
            ["2026/12/31/23/", "2027/01/01/00/", "2027/01/01/01/"],
            CaptureHours.Folders(
                new TimeWindow(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 1, 0, 0, TimeSpan.Zero)),
                Slack));

    [Theory]
    [InlineData("e/AllTraffic/2026/11/22/10/30-00-123-x.jsonl", true)]
    [InlineData("e/AllTraffic/2026/11/22/09/49-59-123-x.jsonl", false)]
    [InlineData("e/AllTraffic/2026/11/22/09/50-00-123-x.jsonl", true)]
    [InlineData("e/AllTraffic/2026/11/22/11/09-59-123-x.jsonl", true)]
    [InlineData("e/AllTraffic/2026/11/22/11/10-00-123-x.jsonl", false)]
    [InlineData("2026/11/22/11/part-0001.jsonl", true)]
    [InlineData("2026/11/22/12/part-0001.jsonl", false)]
    [InlineData("2026/11/22/08/part-0001.jsonl", false)]
    [InlineData("9999/12/31/23/part-0001.jsonl", false)]
    [InlineData("0001/01/01/00/part-0001.jsonl", false)]
    [InlineData("captures/today.jsonl", true)]
    [InlineData("a.jsonl", true)]
    [InlineData("2026/13/45/99/30-00-123-x.jsonl", true)]
    public void MayHoldEvents_Key_TellsByHourAndMinute(string key, bool expected) =>
        Assert.Equal(expected, CaptureHours.MayHoldEvents(key, TenToEleven, Slack));
}
