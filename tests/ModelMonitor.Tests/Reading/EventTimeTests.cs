using System.Globalization;
using System.Text;
using CsCheck;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Reading;

public class EventTimeTests
{
    [Theory]
    [InlineData("2022-04-18T00:21:48Z", "2022-04-18T00:21:48.0000000+00:00")]
    [InlineData("2024-02-29T23:59:59", "2024-02-29T23:59:59.0000000+00:00")]
    [InlineData("2022-04-18T00:21:48.5Z", "2022-04-18T00:21:48.5000000+00:00")]
    [InlineData("2022-04-18T00:21:48.123456789Z", "2022-04-18T00:21:48.1234567+00:00")]
    [InlineData("2022-04-18T00:21:48+02:00", "2022-04-17T22:21:48.0000000+00:00")]
    [InlineData("2022-04-18T00:21:48.25-05:30", "2022-04-18T05:51:48.2500000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000+00:00")]
    public void TryParse_Time_IsRead(string text, string expected)
    {
        Assert.True(EventTime.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset time));
        Assert.Equal(expected, time.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{%s}")]
    [InlineData("2022-04-18")]
    [InlineData("2022-04-18T00:21:4")]
    [InlineData("2022-04-18 00:21:48Z")]
    [InlineData("2022-02-29T00:00:00Z")]
    [InlineData("2022-13-01T00:00:00Z")]
    [InlineData("2022-00-01T00:00:00Z")]
    [InlineData("2022-01-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2022-01-01T24:00:00Z")]
    [InlineData("2022-01-01T00:60:00Z")]
    [InlineData("2022-01-01T00:00:60Z")]
    [InlineData("20x2-01-01T00:00:00Z")]
    [InlineData("2022-01-01T0a:00:00Z")]
    [InlineData("2022-01-01T00:00:00.Z")]
    [InlineData("2022-01-01T00:00:00.5x")]
    [InlineData("2022-01-01T00:00:00ZZ")]
    [InlineData("2022-01-01T00:00:00+15:00")]
    [InlineData("2022-01-01T00:00:00+01:60")]
    [InlineData("2022-01-01T00:00:00+0100")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void TryParse_NoTime_IsRefused(string text) => Assert.False(EventTime.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryParse_AnySecond_IsWhatWasWritten() =>
        Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond].Sample(
            seconds =>
            {
                DateTimeOffset expected = new(seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
                string text = expected.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                Assert.True(EventTime.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset actual));
                Assert.Equal(expected, actual);
            },
            iter: 2000,
            threads: 1);
}
