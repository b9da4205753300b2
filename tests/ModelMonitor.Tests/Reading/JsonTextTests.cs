using System.Text;
using System.Text.Json;
using CsCheck;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Reading;

public class JsonTextTests
{
    [Fact]
    public void TryUnescape_AnyString_IsWhatWasEscaped() =>
        Gen.Char["ab\"\\/\n\r\t\b\f\u0001é€\ud83d\ude00"].Array[0, 12].Select(c => new string(c)).Where(IsWellFormed).Sample(
            text =>
            {
                // The serializer writes escapes of all kinds, é and surrogate pairs included.
                byte[] escaped = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text));
                byte[] plain = new byte[escaped.Length];
                Assert.True(JsonText.TryUnescape(escaped.AsSpan(1..^1), plain, out int length));
                Assert.Equal(text, Encoding.UTF8.GetString(plain, 0, length));
            },
            iter: 2000,
            threads: 1);

    [Theory]
    [InlineData("\\")]
    [InlineData("\\x")]
    [InlineData("\\u12")]
    [InlineData("\\u12g4")]
    [InlineData("\\ud800")]
    [InlineData("\\ud800\\n    ")]
    [InlineData("\\ud800\\u0041")]
    [InlineData("\\udc00\\ud800")]
    public void TryUnescape_Malformed_IsRefused(string text)
    {
        byte[] escaped = Encoding.UTF8.GetBytes(text);
        Assert.False(JsonText.TryUnescape(escaped, new byte[escaped.Length], out _));
    }

    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
