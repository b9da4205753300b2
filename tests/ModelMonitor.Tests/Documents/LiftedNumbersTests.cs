using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Documents;

public sealed class LiftedNumbersTests
{
    [Theory]
    [InlineData("[1, -2.5 ,3e2]", new[] { 1.0, -2.5, 300.0 })]
    [InlineData("[ 0 ]", new[] { 0.0 })]
    [InlineData("[[1.0],[ \"[2\" ]]", new[] { 1.0 })]
    [InlineData("""{"a\\\"[5]": [7]}""", new[] { 7.0 })]
    public void Of_ArrayOfNumbers_TakesItOutAndLeavesAnEmptyOne(string text, double[] expected)
    {
        LiftedNumbers lifted = LiftedNumbers.Of(Encoding.UTF8.GetBytes(text))!;

        using JsonDocument rest = JsonDocument.Parse(lifted.Rest);
        JsonElement array = rest.RootElement.ValueKind == JsonValueKind.Object ? rest.RootElement.EnumerateObject().Single().Value : rest.RootElement;
        array = array.GetArrayLength() > 0 ? array[0] : array;
        Assert.Equal(0, array.GetArrayLength());
        Assert.Equal(expected, lifted.Find(array));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[01]")]
    [InlineData("[-01]")]
    [InlineData("[+1]")]
    [InlineData("[1.]")]
    [InlineData("[.5]")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[- 1]")]
    [InlineData("[1 2]")]
    [InlineData("[1\u00A0]")]
    [InlineData("[1e999]")]
    [InlineData("[NaN]")]
    [InlineData("[1, null]")]
    [InlineData("[1, [2")]
    [InlineData("[1")]
    [InlineData("\"[1]\"")]
    [InlineData("\"never [1] closed")]
    [InlineData("\"\\")]
    public void Of_AnythingElse_LeavesItToTheParser(string text) => Assert.Null(LiftedNumbers.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Numbers_OfAnyArray_AreThoseThatTheParserReads() => Gen.Double.Where(double.IsFinite).Array[1, 20].Sample(numbers =>
    {
        string text = string.Join(" ,\n", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        byte[] document = Encoding.UTF8.GetBytes($$"""{ "n": [ {{text}} ] }""");

        double[] read = JsonPlace.Read("x", document, root => root.Required("n").Numbers());

        Assert.Equal(numbers, read);
    });

    [Fact]
    public void Items_NumbersWhereObjectsAreExpected_NamesThePlaceInTheWholeText()
    {
        byte[] document = """{ "sketch": [1, 2, 3], "features": [ 4, 5 ] }"""u8.ToArray();

        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => JsonPlace.Read(
            "x", document, root => root.Required("features").Items(item => item.Required("name").Text())));

        Assert.Contains("$.features[0]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("found 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenBehindNumbers_NamesTheLineOfTheWholeText()
    {
        byte[] document = "{ \"sketch\": [1,\n2,\n3],\n \"features\": ] }"u8.ToArray();

        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => JsonPlace.Read("x", document, root => root.Path));

        Assert.Contains("line 4", exception.Message, StringComparison.Ordinal);
    }
}
