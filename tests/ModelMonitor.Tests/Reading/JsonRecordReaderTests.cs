using System.Text;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Reading;

public class JsonRecordReaderTests
{
    private readonly ColumnSet _columns = new();
    private readonly JsonRecordReader _reader = new();

    // Rows as name=value joined by |; _c0, _c1 … are cells without a name.
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", "a=1|b=x")]
    [InlineData("""{"a":{"b":1.50,"c":{"d":true}},"e":[1,[2,3]]}""", "a.b=1.50|a.c.d=true|e.0=1|e.1.0=2|e.1.1=3")]
    [InlineData("""{"a":null,"b":"","c":false}""", "c=false")]
    [InlineData("""{"a":1,"a":2}""", "a=2")]
    [InlineData("""{"a":1,"a":null}""", "")]
    [InlineData("""{"a\u0041\n":"\"\\\/\b\f\n\r\t\u20ac\ud83d\ude00"}""", "aA\n=\"\\/\b\f\n\r\t€😀")]
    [InlineData("""[{"a":1},{"a":2}]""", "a=1", "a=2")]
    [InlineData("""[[1,2],[3,4]]""", "_c0=1|_c1=2", "_c0=3|_c1=4")]
    [InlineData("""[[[1,2],[3,4]]]""", "_c0=1|_c1=2|_c2=3|_c3=4")]
    [InlineData("""[[1,{"a":2}]]""", "_c0=1|1.a=2")]
    [InlineData("""[1,"x",null,true]""", "_c0=1|_c1=x|_c3=true")]
    [InlineData("""{"features":[1,2]}""", "_c0=1|_c1=2")]
    [InlineData("""{"features":[1,2],"label":0}""", "features.0=1|features.1=2|label=0")]
    [InlineData("""{"features":[1,[2]]}""", "features.0=1|features.1.0=2")]
    [InlineData("""{"instances":[{"features":[1,2]},{"features":[3,4]}]}""", "_c0=1|_c1=2", "_c0=3|_c1=4")]
    [InlineData("""{"instances":[1.0,2.0]}""", "_c0=1.0", "_c0=2.0")]
    [InlineData("""{"predictions":[[0.1,0.9],[0.7,0.3]]}""", "_c0=0.1|_c1=0.9", "_c0=0.7|_c1=0.3")]
    [InlineData("""{"signature":"s","instances":[{"a":1}],"x":[2]}""", "a=1")]
    [InlineData("""{"instances":3,"a":1}""", "a=1|instances=3")]
    [InlineData("""{"x":{"instances":[1,2]}}""", "x.instances.0=1|x.instances.1=2")]
    [InlineData("{\"a\":1}\n{\"a\":2}\r\n", "a=1", "a=2")]
    [InlineData("0.5\n0.25", "_c0=0.5", "_c0=0.25")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("  \n")]
    [InlineData("[]")]
    [InlineData("""{"instances":[]}""")]
    [InlineData("1e999", "_c0=1e999")]
    public void TryRead_Document_GivesItsRecords(string json, params string[] rows) => Assert.Equal(rows.Select(Sort), Read(json));

    [Theory]
    [InlineData("""{"a":1""", "not JSON: breaks off after 6 bytes")]
    [InlineData("""{"a":01}""", "not JSON at byte 7: \"1}\"")]
    [InlineData("{\"a\":1}\n{\"a\":x}", "not JSON at byte 14: \"x}\"")]
    [InlineData("""{"a":1} ,""", "not JSON at byte 9: \",\"")]
    [InlineData("""{"instances":[{"a":1},{"a":}]}""", "not JSON at byte 28: \"}]}\"")]
    [InlineData("""[1,[2]]""", "an array mixes rows and single values at byte 4: \"[2]]\"")]
    [InlineData("""[[2],1]""", "an array mixes rows and single values at byte 6: \"1]\"")]
    [InlineData("""{"a":"\ud800"}""", "a string holds half of a surrogate pair at byte 6: \"\"\\ud800\"}\"")]
    [InlineData("""{"\udc00":1}""", "a string holds half of a surrogate pair at byte 2: \"\"\\udc00\":1}\"")]
    [InlineData("NaN", "not JSON at byte 1: \"NaN\"")]
    public void TryRead_Malformed_SaysWhatIsWrongAndWhere(string json, string reason)
    {
        Assert.False(_reader.TryRead(Encoding.UTF8.GetBytes(json), new RecordBuffer(_columns), out string actual));
        Assert.Equal(reason, actual);
    }

    [Fact]
    public void TryRead_DeeperThan64_IsRefused()
    {
        string deepest = new string('[', 64) + new string(']', 64);
        Assert.True(_reader.TryRead(Encoding.UTF8.GetBytes(deepest), new RecordBuffer(_columns), out _));
        Assert.False(_reader.TryRead(Encoding.UTF8.GetBytes($"[{deepest}]"), new RecordBuffer(_columns), out string reason));
        Assert.StartsWith("nested more than 64 levels deep at byte 65", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_NameLongerThanAColumnMayHave_IsRefused()
    {
        string longest = new('n', ColumnSet.MaximumNameLength);
        Assert.Equal([$"{longest}=1"], Read($$"""{"{{longest}}":1}"""));
        foreach (string json in new[] { $$"""{"{{longest}}x":1}""", $$$"""{"a":{"{{{longest[2..]}}}x":1}}""" })
        {
            Assert.False(_reader.TryRead(Encoding.UTF8.GetBytes(json), new RecordBuffer(_columns), out string reason));
            Assert.StartsWith("a member's name, with those it is nested in, is longer than 1024 bytes", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TryRead_NamesThatMultiplyTheText_AreRefused()
    {
        // 0.5 MB, whose names written out would be 100 MB.
        string members = string.Join(',', Enumerable.Repeat("\"\":1", 100_000));
        byte[] json = Encoding.UTF8.GetBytes($$$"""{"{{{new string('n', 1000)}}}":{ {{{members}}} }}""");

        Assert.False(_reader.TryRead(json, new RecordBuffer(_columns), out string reason));

        Assert.StartsWith("the names of nested members, written out, are too long altogether", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_NewNames_BecomeColumnsOnlyWhenARowIsWritten()
    {
        RecordBuffer records = new(_columns);
        Assert.True(_reader.TryRead("""{"a":1}"""u8, records, out _));
        Assert.Equal(0, _columns.Count);
        Write(records);
        Assert.Equal(["a"], _columns.Names);
    }

    [Fact]
    public void TryRead_KeysInChangingOrder_FindTheSameColumns() =>
        Assert.Equal(
            ["a=1|b=2|c=3", "a=5|b=4|c=6", "a=7", "a=8|c=9"],
            Read("""{"a":1,"b":2,"c":3} {"b":4,"a":5,"c":6} {"a":7} {"c":9,"a":8}"""));

    [Fact]
    public void TryRead_MoreNamesThanColumnsMayBe_DropsTheRest()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, ColumnSet.MaximumColumns + 5).Select(i => $"\"k{i}\":{i}")) + "}";
        string row = Assert.Single(Read(json));
        Assert.Equal(ColumnSet.MaximumColumns, _columns.Count);
        string[] cells = row.Split('|');
        Assert.Contains("k9999=9999", cells);
        Assert.DoesNotContain("k10000=10000", cells);
    }

    private List<string> Read(string json)
    {
        RecordBuffer records = new(_columns);
        Assert.True(_reader.TryRead(Encoding.UTF8.GetBytes(json), records, out string reason), reason);
        return Write(records);
    }

    private List<string> Write(RecordBuffer records)
    {
        RowList rows = new(_columns);
        RowWriter writer = new(_columns, positional: null, rows, new ReadingReport());
        for (int i = 0; i < records.RecordCount; i++)
        {
            Assert.True(writer.TryWrite(records.Record(i, records.Text), default, line: i + 1));
        }

        writer.Flush();
        return [.. rows.Rows.Select(Sort)];
    }

    private static string Sort(string row) => string.Join('|', row.Split('|').Order(StringComparer.Ordinal));
}
