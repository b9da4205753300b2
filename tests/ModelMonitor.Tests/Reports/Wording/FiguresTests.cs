using ModelMonitor.Reading;
using ModelMonitor.Reports.Wording;

namespace ModelMonitor.Tests.Reports.Wording;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(180.0773, "180.1")]
    [InlineData(12345.6, "12,346")]
    [InlineData(1e12, "1e+12")]
    [InlineData(0.00001234, "1.234e-05")]
    [InlineData(double.MaxValue, "1.798e+308")]
    public void Number_Value_HasFourDigitsThatMatter(double value, string expected) =>
        Assert.Equal(expected, Figures.Number(value));

    [Theory]
    [InlineData(0.0, "0 %")]
    [InlineData(1.0, "100 %")]
    [InlineData(0.45678, "45.7 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(0.00001, "0.1 %")]
    public void Share_NearlyAllOrNearlyNothing_IsNotRoundedToIt(double share, string expected) =>
        Assert.Equal(expected, Figures.Share(share));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_500, "1.5 kB")]
    [InlineData(2_000_000, "2.0 MB")]
    [InlineData(3_210_000_000, "3.2 GB")]
    public void Bytes_Size_IsInThousands(long bytes, string expected) => Assert.Equal(expected, Figures.Bytes(bytes));

    [Theory]
    [InlineData(0.25, "0.250")]
    [InlineData(0.0, "0.000")]
    [InlineData(0.0000123, "1.2e-05")]
    public void Distance_Small_IsNotRoundedToZero(double distance, string expected) =>
        Assert.Equal(expected, Figures.Distance(distance));

    [Fact]
    public void Span_OneDay_NamesTheDateOnce()
    {
        DateTimeOffset ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal("2026-11-22 10:00 to 11:00", Figures.Span(new TimeWindow(ten, ten.AddHours(1))));
        Assert.Equal("2026-11-22 10:00 to 2026-11-23 10:00", Figures.Span(new TimeWindow(ten, ten.AddDays(1))));
    }
}
