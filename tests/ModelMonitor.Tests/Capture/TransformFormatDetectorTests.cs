using System.Text;
using ModelMonitor.Capture;

namespace ModelMonitor.Tests.Capture;

public class TransformFormatDetectorTests
{
    [Theory]
    [InlineData("", TransformFormat.Csv)]
    [InlineData(" \n", TransformFormat.Csv)]
    [InlineData("1,2\n3,4", TransformFormat.Csv)]
    [InlineData("\"{a}\",2", TransformFormat.Csv)]
    [InlineData("{\"a\":1}", TransformFormat.JsonLines)]
    [InlineData("\uFEFF\r\n {\"a\":1}\n{\"a\":2}\n", TransformFormat.JsonLines)]
    [InlineData("[1,2]\n[3,4]\n", TransformFormat.JsonLines)]
    [InlineData("{\"a\":{\"b\":\"very long", TransformFormat.JsonLines)]
    [InlineData("{\"a\":1,\n{\"a\":2}\n", TransformFormat.JsonLines)]
    [InlineData("{\"a\":\"x\n{\"a\":2}\n{\"a\":3}\n", TransformFormat.JsonLines)]
    [InlineData("{\n  \"a\": 1\n}\n", TransformFormat.Json)]
    [InlineData("{\"a\":1,\n\"b\":2}", TransformFormat.Json)]
    [InlineData("[\n  {\"a\":", TransformFormat.Json)]
    [InlineData("[\n{\"a\":1},\n{\"a\":2}\n}", TransformFormat.Json)]
    public void Detect_Start_TellsTheFormat(string start, object expected) =>
        Assert.Equal((TransformFormat)expected, TransformFormatDetector.Detect(Encoding.UTF8.GetBytes(start)));
}
