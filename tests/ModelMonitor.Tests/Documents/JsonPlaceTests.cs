using System.Text;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Documents;

public sealed class JsonPlaceTests
{
    [Theory]
    [InlineData("{\n  \"a\" 1 }", "x.json: expected JSON, found something else at line 2, byte 7")]
    [InlineData("[]", "x.json: $: expected an object, found an array")]
    [InlineData("{}", "x.json: $.a: expected a value, found none")]
    [InlineData("{\"a\":null}", "x.json: $.a: expected a value, found none")]
    [InlineData("{\"a\":\"\\ud800\"}", "x.json: expected Unicode text, found an escape of half a surrogate pair")]
    public void Read_Unusable_SaysWhere(string json, string expected)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => JsonPlace.Read("x.json", Encoding.UTF8.GetBytes(json), root => root.Required("a").Text()));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_SaysSo()
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => JsonPlace.Read("x.json", new byte[] { (byte)'"', 0xff, (byte)'"' }, root => 0));

        Assert.Equal("x.json: expected JSON in UTF-8, found bytes that are not", error.Message);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    public void Number_NotAFiniteNumber_IsRefused(string value)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => Read(value, place => place.Number()));

        Assert.Equal($"x.json: $.a: expected a number, found {value}", error.Message);
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("2.333E3", 2333)]
    public void Count_WholeNumberInAnyForm_IsRead(string value, long expected) =>
        Assert.Equal(expected, Read(value, place => place.Count()));

    [Theory]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("1e17")]
    public void Count_NotAWholeNumber_IsRefused(string value) =>
        Assert.Throws<ConfigurationException>(() => Read(value, place => place.Count()));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Read_EmptyFile_IsCalledThat(string content)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => JsonPlace.Read("x.json", Encoding.UTF8.GetBytes(content), _ => 0));

        Assert.Equal("x.json: expected JSON, found an empty file", error.Message);
    }

    [Fact]
    public void Unexpected_LongValue_IsCutShort()
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(
            () => Read($"\"{new string('x', 1000)}\"", place => place.Number()));

        Assert.InRange(error.Message.Length, 60, 120);
    }

    private static T Read<T>(string value, Func<JsonPlace, T> read) =>
        JsonPlace.Read("x.json", Encoding.UTF8.GetBytes($"\uFEFF{{\"a\":{value}}}"), root => read(root.Required("a")));
}
