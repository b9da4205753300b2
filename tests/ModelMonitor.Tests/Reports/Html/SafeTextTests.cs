using ModelMonitor.Reports.Html;

namespace ModelMonitor.Tests.Reports.Html;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\0b\tc", "a\uFFFDb\uFFFDc")]
    [InlineData("\u0085\u2028\u2029", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u202A\u202E\u2066\u2069", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\uFFFF\uFDD0", "\uFFFD\uFFFD")]
    [InlineData("smile 😀", "smile 😀")]
    public void Clean_SomeCharactersAct_ReplacesThose(string text, string expected) => Assert.Equal(expected, SafeText.Clean(text));

    [Fact]
    public void Clean_HalfAPair_IsReplaced() => Assert.Equal("a\uFFFDb", SafeText.Clean("a\ud83db"));

    [Fact]
    public void Shorten_CutFallsIntoAPair_LeavesThePairOut()
    {
        string text = new string('x', 62) + "😀" + new string('y', 20);
        Assert.Equal(new string('x', 62) + "…", SafeText.Shorten(text));
    }
}
