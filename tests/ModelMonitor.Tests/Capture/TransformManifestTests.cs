using System.Text;
using ModelMonitor.Capture;

namespace ModelMonitor.Tests.Capture;

public class TransformManifestTests
{
    [Theory]
    [InlineData("""[{"prefix":"s3://b/in/"},"f1.csv","d/f2.csv"]""", "b:in/f1.csv", "b:in/d/f2.csv")]
    [InlineData("""[{"prefix":"s3://b/in"},"/f1.csv"]""", "b:in/f1.csv")]
    [InlineData("""[{"prefix":"s3://b"},"/f1.csv"]""", "b:f1.csv")]
    [InlineData("""[{"other":[1],"prefix":"s3://b/"}, "f1.csv"]""", "b:f1.csv")]
    [InlineData("""[{"prefix":"s3://b/"}]""")]
    [InlineData("[]")]
    public void TryRead_Manifest_JoinsPrefixAndEntries(string json, params string[] objects)
    {
        Assert.True(TransformManifest.TryRead(Encoding.UTF8.GetBytes(json), out IReadOnlyList<ObjectLocation> actual, out string reason), reason);
        Assert.Equal(objects, actual.Select(location => $"{location.Bucket}:{location.Key}"));
    }

    [Theory]
    [InlineData("""[{"prefix":"s3://b/in/"},"f1.csv"]""", true)]
    [InlineData("""[{"prefix":"s3://b/i""", true)]
    [InlineData("""[{"prefix":7},""", true)]
    [InlineData("""[{"prefix":}""", true)]
    [InlineData("\uFEFF\n[ { \"prefix\" : \"s3://b/\" } ]", true)]
    [InlineData("""[{"prefix":"Dr","age":51},{"prefix":"","age":3}]""", false)]
    [InlineData("""{"prefix":"s3://b/"}""", false)]
    [InlineData("""[{"a":1}]""", false)]
    [InlineData("""["f1.csv"]""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    [InlineData("1,2,3", false)]
    public void IsManifest_Start_TellsItFromOutputs(string start, bool expected) =>
        Assert.Equal(expected, TransformManifest.IsManifest(Encoding.UTF8.GetBytes(start)));

    [Theory]
    [InlineData("", "not JSON: breaks off after 0 bytes")]
    [InlineData("{}", "not a manifest: an array was expected")]
    [InlineData("""["f1.csv"]""", "not a manifest: an object with a prefix was expected, and then only strings")]
    [InlineData("""[{"prefix":7},"f1.csv"]""", "not a manifest: an object with a prefix was expected, and then only strings")]
    [InlineData("""[{"prefix":"s3://b/"},{"prefix":"s3://c/"}]""", "not a manifest: an object with a prefix was expected, and then only strings")]
    [InlineData("""[{"prefix":"http://b/"},"f1.csv"]""", "\"http://b/f1.csv\" was expected to be s3://bucket/key")]
    [InlineData("""[{"prefix":"s3:///"},"f1.csv"]""", "\"s3:///f1.csv\" was expected to be s3://bucket/key")]
    [InlineData("""[{"prefix":"s3://b"},""]""", "\"s3://b\" was expected to be s3://bucket/key")]
    [InlineData("""[{"prefix":"\ud800"},"f1.csv"]""", "a string is not well-formed text")]
    [InlineData("""[{"prefix":"s3://b/"},"KEY"]""", "\"s3://b/kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…\" has a key of more than 1024 bytes")]
    [InlineData("[] []", "not JSON at byte 4: \"[]\"")]
    public void TryRead_NoManifest_SaysWhatWasExpected(string json, string reason)
    {
        json = json.Replace("KEY", new string('k', 1025), StringComparison.Ordinal);
        Assert.False(TransformManifest.TryRead(Encoding.UTF8.GetBytes(json), out IReadOnlyList<ObjectLocation> objects, out string actual));
        Assert.Equal(reason, actual);
        Assert.Empty(objects);
    }
}
