using CsCheck;

namespace ModelMonitor.Contracts.Tests;

public sealed class IsoDurationTests
{
    [Theory]
    [InlineData("PT1H", 3_600)]
    [InlineData("PT10M", 600)]
    [InlineData("PT0S", 0)]
    [InlineData("P1D", 86_400)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("P1DT2H3M4S", 93_784)]
    [InlineData("PT90M", 5_400)]
    public void TryParse_ValidText_GivesSeconds(string text, int seconds)
    {
        Assert.True(IsoDuration.TryParse(text, out TimeSpan duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1H")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("PT1M1H")]
    [InlineData("PT1H1H")]
    [InlineData("PTT1H")]
    [InlineData("PT1.5H")]
    [InlineData("PT-1H")]
    [InlineData("-PT1H")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("pt1h")]
    [InlineData("PT1H ")]
    [InlineData("PTH")]
    [InlineData("PT99999999999999999999H")]
    [InlineData("P9223372036854775807W")]
    public void TryParse_InvalidText_IsRefused(string text) => Assert.False(IsoDuration.TryParse(text, out _));

    [Theory]
    [InlineData("PT0S")]
    [InlineData("PT10M")]
    [InlineData("P1D")]
    [InlineData("P1DT2H3M4S")]
    public void Format_ParsedDuration_GivesShortestForm(string text)
    {
        Assert.True(IsoDuration.TryParse(text, out TimeSpan duration));
        Assert.Equal(text, IsoDuration.Format(duration));
    }

    [Fact]
    public void Format_AnyWholeSeconds_ParsesBack() =>
        Gen.Int[0, int.MaxValue].Sample(seconds =>
        {
            TimeSpan duration = TimeSpan.FromSeconds(seconds);
            return IsoDuration.TryParse(IsoDuration.Format(duration), out TimeSpan parsed) && parsed == duration;
        });
}
