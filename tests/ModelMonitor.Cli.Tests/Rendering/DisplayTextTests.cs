using CsCheck;
using ModelMonitor.Cli.Rendering;

namespace ModelMonitor.Cli.Tests.Rendering;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[31mb\r\n\t", "a·[31mb···")]
    [InlineData("\u202eevil\u200b", "·evil·")]
    [InlineData("ä長[red]", "ä長[red]")]
    public void Clean_Text_HasOnlyVisibleCharacters(string text, string expected) =>
        Assert.Equal(expected, DisplayText.Clean(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("長長長", 5, "長長…")]
    [InlineData("長長長", 4, "長…")]
    [InlineData("abc", 0, "")]
    public void Fit_LongText_IsCutWithAnEllipsis(string text, int width, string expected) =>
        Assert.Equal(expected, DisplayText.Fit(text, width));

    [Theory]
    [InlineData("abcdefgh", 8, "abcdefgh")]
    [InlineData("abcdefghi", 7, "abc…ghi")]
    public void FitMiddle_LongText_KeepsBothEnds(string text, int width, string expected) =>
        Assert.Equal(expected, DisplayText.FitMiddle(text, width));

    [Fact]
    public void Fit_AnyText_IsNeverWider() =>
        Gen.Select(Gen.String, Gen.Int[0, 30]).Sample((text, width) =>
            DisplayText.WidthOf(DisplayText.Fit(text, width)) <= width
            && DisplayText.WidthOf(DisplayText.FitMiddle(text, width)) <= width);
}
