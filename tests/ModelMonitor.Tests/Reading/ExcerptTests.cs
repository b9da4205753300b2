using System.Text;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Reading;

public class ExcerptTests
{
    [Theory]
    [InlineData("plain €😀", "plain €😀")]
    [InlineData("", "")]
    [InlineData("a\nb\u001b[31m\0", "a\\u000Ab\\u001B[31m\\u0000")]
    [InlineData("a\u202eb\u2028c", "a\\u202Eb\\u2028c")]
    public void Of_Text_HasNoControlCharacters(string text, string expected) =>
        Assert.Equal(expected, Excerpt.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Of_InvalidBytes_ShowsThem() => Assert.Equal("a\\xFF\\xC3(", Excerpt.Of([(byte)'a', 0xff, 0xc3, (byte)'(']));

    [Fact]
    public void Of_LongText_IsCut()
    {
        Assert.Equal(new string('x', 80), Excerpt.Of(Encoding.UTF8.GetBytes(new string('x', 80))));
        Assert.Equal(new string('x', 80) + "…", Excerpt.Of(Encoding.UTF8.GetBytes(new string('x', 81))));
    }
}
