using CsCheck;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Tests.Rendering;

public sealed class DriftBarTests
{
    [Theory]
    [InlineData(0.0, "     ┊")]
    [InlineData(0.5, "██▌  ┊")]
    [InlineData(1.0, "█████┊")]
    [InlineData(1.5, "█████┊██▌")]
    [InlineData(2.0, "█████┊█████")]
    [InlineData(99.0, "█████┊█████")]
    public void Draw_Ratio_MarksTheThreshold(double ratio, string expected) =>
        Assert.Equal(expected, string.Concat(new DriftBar(largest: 2.0, width: 11).Draw(ratio).Select(piece => piece.Text)));

    [Fact]
    public void Draw_AnyRatio_FitsAndGoesBeyondTheMarkOnlyWhenTheThresholdIsExceeded() =>
        Gen.Select(Gen.Double[0.0, 1e6], Gen.Double[0.0, 1e6]).Sample((ratio, largest) =>
        {
            string bar = string.Concat(new DriftBar(largest, width: 20).Draw(ratio).Select(piece => piece.Text));
            return bar.Length <= 20 && bar.EndsWith('┊') == (ratio <= 1.0);
        });
}
