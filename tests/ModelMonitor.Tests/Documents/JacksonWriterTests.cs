using System.Text;
using CsCheck;
using ModelMonitor.Documents;

namespace ModelMonitor.Tests.Documents;

public sealed class JacksonWriterTests
{
    // The form of ObjectMapper.writerWithDefaultPrettyPrinter, as in SageMaker's files.
    [Fact]
    public void Written_NestedValues_AreIndentedByObjectsOnly()
    {
        JacksonWriter writer = new();
        writer.BeginObject();
        writer.Member("a", 1L);
        writer.BeginArray("items");
        writer.BeginObject();
        writer.Member("b", true);
        writer.EndObject();
        writer.BeginObject();
        writer.Member("c", "x");
        writer.EndObject();
        writer.EndArray();
        writer.BeginArray("data");
        writer.BeginArray();
        writer.Number(1.0);
        writer.Number(2.0);
        writer.EndArray();
        writer.BeginArray();
        writer.EndArray();
        writer.EndArray();
        writer.EndObject();

        Assert.Equal(
            """
            {
              "a" : 1,
              "items" : [ {
                "b" : true
              }, {
                "c" : "x"
              } ],
              "data" : [ [ 1.0, 2.0 ], [ ] ]
            }
            """,
            Encoding.UTF8.GetString(writer.Written));
    }

    [Fact]
    public void Written_EmptyObject_HasOneSpace()
    {
        JacksonWriter writer = new();
        writer.BeginObject();
        writer.BeginObject("empty");
        writer.EndObject();
        writer.EndObject();

        Assert.Equal("{\n  \"empty\" : { }\n}", Encoding.UTF8.GetString(writer.Written));
    }

    // Jackson escapes quotes, backslashes and control characters (hexadecimal in capitals), and nothing else.
    [Theory]
    [InlineData("Int'l <Plan> & /", "Int'l <Plan> & /")]
    [InlineData("Zürich 東京 😀 \u007f", "Zürich 東京 😀 \u007f")]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\b\t\n\f\r", "\\b\\t\\n\\f\\r")]
    [InlineData("\0\u001f", "\\u0000\\u001F")]
    public void Text_SpecialCharacters_AreEscapedAsJacksonDoes(string text, string expected)
    {
        JacksonWriter writer = new();
        writer.Text(text);

        Assert.Equal($"\"{expected}\"", Encoding.UTF8.GetString(writer.Written));
    }

    [Fact]
    public void Text_AnyString_ReadsBack() =>
        Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
        {
            JacksonWriter writer = new();
            writer.BeginObject();
            writer.Member("text", text);
            writer.EndObject();
            return JsonPlace.Read("test", writer.Written.ToArray(), root => root.Required("text").Text()) == text;
        });
}
