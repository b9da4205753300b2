using CsCheck;

namespace ModelMonitor.Cli.Tests;

public sealed class TextWrapperTests
{
    [Theory]
    [InlineData("", 5, "")]
    [InlineData("abc", 5, "abc")]
    [InlineData("abcde", 5, "abcde")]
    [InlineData("abc def", 5, "abc|def")]
    [InlineData("abc de fgh", 6, "abc de|fgh")]
    [InlineData("abcdefgh ij", 5, "abcde|fgh|ij")]
    [InlineData("   abc def", 6, "   abc|def")]
    [InlineData("a b", 1, "a|b")]
    [InlineData("日本語の列", 6, "日本語|の列")]
    [InlineData("日本 語の列", 5, "日本|語の|列")]
    [InlineData("日本", 1, "日|本")]
    public void Wrap_Text_BreaksBetweenWordsWhereItCan(string text, int width, string expected) =>
        Assert.Equal(expected.Split('|'), TextWrapper.Wrap(text, width));

    [Fact]
    public void Wrap_AnyText_FitsAndKeepsEveryLetter() =>
        Gen.Select(Gen.String[Gen.Char["ab  "], 0, 60], Gen.Int[1, 20]).Sample((text, width) =>
        {
            List<string> lines = [.. TextWrapper.Wrap(text, width)];
            return lines.TrueForAll(line => line.Length <= width)
                && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
        });
}
