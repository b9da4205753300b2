using System.IO.Compression;
using System.Text;
using CsCheck;
using ModelMonitor.Datasets;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Datasets;
using Parquet.Schema;
using static ModelMonitor.Tests.GroundTruth.GroundTruthLines;

namespace ModelMonitor.Tests.GroundTruth;

public sealed class GroundTruthReaderTests
{
    private readonly ReadingReport _report = new();

    [Theory]
    [InlineData("1", "CSV", "1")]
    [InlineData("1\n", "CSV", "1")]
    [InlineData("\"a,b\"", "CSV", "a,b")]
    [InlineData("0\n1\n1\n", "CSV", "0|1|1")]
    [InlineData("0,1,1", "CSV", "0|1|1")]
    [InlineData("{\"label\": 1}", "JSON", "1")]
    [InlineData("{\"truth\": \"yes\"}", "JSON", "yes")]
    [InlineData("{\"weight\": 3, \"label\": true}", "JSON", "true")]
    [InlineData("{\"instances\": [{\"label\": 0}, {\"label\": 1}]}", "JSON", "0|1")]
    [InlineData("[0, 1, 1]", "JSON", "0|1|1")]
    [InlineData("[[0], [1]]", "JSON", "0|1")]
    [InlineData("{\"label\": 0}\n{\"label\": 1}", "JSON", "0|1")]
    [InlineData("1.5", "JSON", "1.5")]
    [InlineData("MQ==", "BASE64", "1")]
    [InlineData("eyJsYWJlbCI6IDd9", "BASE64", "7")]
    public void Read_LineOfSageMaker_HandsOnALabelForEachRecord(string data, string encoding, string expected) =>
        Assert.Equal(
            expected.Split('|').Select((label, i) => LabelList.Of("id-1", label, i)),
            Read([Label("id-1", data, encoding)]));

    [Fact]
    public void Read_FieldByIndex_TakesThatField() =>
        Assert.Equal([LabelList.Of("a", "x"), LabelList.Of("a", "y", 1)], Read([Label("a", "0,x\n1,y")], field: "1"));

    [Theory]
    [InlineData("{}", "groundTruthData is missing")]
    [InlineData("[]", "the line is an array; an object was expected")]
    [InlineData("{\"groundTruthData\":{\"data\":\"1\",\"encoding\":\"CSV\"}}", "eventMetadata.eventId is missing")]
    [InlineData("{\"groundTruthData\":{\"data\":\"1\",\"encoding\":\"CSV\"},\"eventMetadata\":{\"eventId\":\"\"}}", "eventMetadata.eventId is missing")]
    [InlineData("{\"groundTruthData\":{\"data\":\"1\",\"encoding\":\"XML\"},\"eventMetadata\":{\"eventId\":\"a\"}}", "CSV, JSON or BASE64 was expected")]
    [InlineData("{\"groundTruthData\":{\"data\":\"\",\"encoding\":\"CSV\"},\"eventMetadata\":{\"eventId\":\"a\"}}", "the label is empty")]
    [InlineData("{\"groundTruthData\":{\"data\":\"{\\\"a\\\":1,\\\"b\\\":2}\",\"encoding\":\"JSON\"},\"eventMetadata\":{\"eventId\":\"a\"}}", "no field \"label\"")]
    [InlineData("{\"groundTruthData\":{\"data\":\"[]\",\"encoding\":\"JSON\"},\"eventMetadata\":{\"eventId\":\"a\"}}", "holds no label")]
    [InlineData("{\"groundTruthData\":{\"data\":[1],\"encoding\":\"JSON\"},\"eventMetadata\":{\"eventId\":\"a\"}}", "groundTruthData.data is an array; a string was expected")]
    [InlineData("not json", "")]
    public void Read_LineWithoutALabel_IsCountedWithTheReason(string line, string reason)
    {
        Assert.Equal([LabelList.Of("b", "2")], Read([line, Label("b", "2")]));

        Assert.Equal(1, _report.Unreadable);
        Assert.Contains(reason, _report.Samples[0].Reason, StringComparison.Ordinal);
        Assert.Equal(("labels", 1L), (_report.Samples[0].File, _report.Samples[0].Line));
    }

    [Fact]
    public void Read_LabelBeyondTheLimit_IsCounted()
    {
        Assert.Empty(Read([Label("a", new string('x', LabelRecordReader.MaximumLength + 1))]));
        Assert.Equal(1, _report.Unreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("caf\u00e9 \\ \" / \n \u2603 \ud83d\ude00")]
    public void Read_IdEscapedOrNot_IsTheSame(string text)
    {
        string id = $"id{text}";
        string escaped = LabelEscaped(id);

        Assert.Equal([LabelList.Of(id, "1"), LabelList.Of(id, "1")], Read([Label(id, "1"), escaped]));
    }

    [Fact]
    public void Read_IdOfAMegabyte_IsRead()
    {
        string id = new('x', 1 << 20);
        Assert.Equal([LabelList.Of(id, "1")], Read([Label(id, "1")]));
    }

    [Fact]
    public void Read_Compressed_ReadsTheSame()
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Label("a", "1")));
        }

        compressed.Position = 0;
        Assert.Equal([LabelList.Of("a", "1")], Read(compressed, Settings(null), "label"));
    }

    [Fact]
    public void Read_Csv_TakesTheColumnsByName()
    {
        List<(EventKey, string)> labels = Read(
            StreamOf("when,inferenceId,label", "1,a,yes", "2,\"b,\"\"c\"\"\",no", "3,,no", "4,d,"), Settings(new CsvFormat()), "label");

        Assert.Equal([LabelList.Of("a", "yes"), LabelList.Of("b,\"c\"", "no")], labels);
        Assert.Equal(2, _report.Unreadable);
    }

    [Fact]
    public void Read_CsvWithoutHeader_TakesTheColumnsByIndex() => Assert.Equal(
        [LabelList.Of("a", "1"), LabelList.Of("b", "0")],
        Read(StreamOf("1,a", "0,b"), Settings(new CsvFormat(Header: false)) with { IdColumn = "1" }, "0"));

    [Fact]
    public void Read_JsonLines_TakesTheMembers() => Assert.Equal(
        [LabelList.Of("a", "1"), LabelList.Of("7", "0.5")],
        Read(StreamOf("""{"label":1,"inferenceId":"a"}""", """{"inferenceId":7,"label":0.5}"""), Settings(new JsonLinesFormat()), "label"));

    [Fact]
    public void Read_Parquet_TakesTheColumns()
    {
        DataField<string> id = new("inferenceId");
        DataField<long> label = new("label");
        string[] ids = ["a", "b"];
        long[] truths = [1, 0];
        byte[] file = ParquetFiles.Write(new ParquetSchema(id, label), rowGroups: 1, async group =>
        {
            await group.WriteAsync(id, ids);
            await group.WriteAsync<long>(label, truths);
        });

        Assert.Equal([LabelList.Of("a", "1"), LabelList.Of("b", "0")], Read(new MemoryStream(file), Settings(new ParquetFormat()), "label"));
    }

    [Theory]
    [InlineData("labels.csv", 1, 0)]
    [InlineData("labels.txt", 0, 1)]
    public void Read_RowsOfNoFormatInParticular_AreOfTheFormatOfTheName(string name, int labels, int unreadable)
    {
        LabelList list = new();
        new GroundTruthReader(Settings(null) with { IdColumn = "id" }, "label", _report).Read(
            StreamOf("id,label", "a,1"), name, list, CancellationToken.None);

        Assert.Equal((labels, unreadable), (list.Labels.Count, (int)_report.Unreadable));
    }

    [Fact]
    public void Read_LinesAlikeButForTheirTexts_AreReadAsAlone()
    {
        string[] lines =
        [
            Label("a", "1"), Label("b", "0"), Label("caf\u00e9 \"", "0\n1"), Label("", "1"), Label("c", ""), Label("d", "{\"label\":1}", "JSON"),
            """{"groundTruthData":{"data":1,"encoding":"CSV"},"eventMetadata":{"eventId":"e"},"eventVersion":"0"}""",
            """{"groundTruthData":{"data":2,"encoding":"CSV"},"eventMetadata":{"eventId":3},"eventVersion":"0"}""",
            Label("f", "1"), Label("g", "1") + " x", Label("h", "1"),
        ];

        Assert.Equal(lines.SelectMany(line => Read([line])), Read(lines));
    }

    [Fact]
    public void Read_DamagedInAnyWay_ThrowsNothingAndCountsAllLines()
    {
        byte[] valid = Encoding.UTF8.GetBytes(string.Join('\n', [
            Label("a", "1"), Label("b", "0\n1"), Label("c", "{\"instances\":[{\"label\":0},{\"label\":1}]}", "JSON"), Label("d", "MQ==", "BASE64"), Label("e\"\\", "[1,2]", "JSON")]));
        GroundTruthSource settings = Settings(null);
        Mutation.Of(valid).Sample(
            damaged =>
            {
                ReadingReport report = new();
                LabelList labels = new();
                GroundTruthReader reader = new(settings, "label", report);
                reader.Read(new MemoryStream(damaged), "labels", labels, CancellationToken.None);
                return reader.Count == labels.Labels.Count;
            },
            iter: 10_000);
    }

    [ConformanceFact]
    public void Read_LabelsOfTheSdk_ReadsAll()
    {
        using FileStream file = File.OpenRead(Conformance.PathOf("sdk-monitor", "actuals.jsonl"));
        List<(EventKey Key, string Label)> labels = Read(file, Settings(null), "label");

        Assert.Equal(File.ReadLines(Conformance.PathOf("sdk-monitor", "actuals.jsonl")).Count(line => line.Length > 0), labels.Count);
        Assert.Equal(0, _report.Unreadable);
        Assert.Equal(LabelList.Of("74b0dd56-e7c8-368e-94b1-14a138a96000", "1"), labels[0]);
    }

    [ConformanceTheory]
    [InlineData("merged-record.batch-json.json", 334)]
    [InlineData("merged-record.batch-jsonlines.json", 1)]
    [InlineData("merged-record.endpoint-json.json", 334)]
    public void Read_MergedRecords_HaveTheLabelsOfAllRecords(string name, int expected)
    {
        string json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Conformance.PathOf("captures", name)))!.ToJsonString();
        List<(EventKey Key, string Label)> labels = Read([json]);

        Assert.Equal((expected, 0), (labels.Count, (int)_report.Unreadable));
        Assert.Equal(Enumerable.Range(0, expected), labels.Select(label => label.Key.Record));
        Assert.All(labels, label => Assert.Contains(label.Label, (string[])["0", "1"]));
    }

    private static GroundTruthSource Settings(DatasetFormat? format) =>
        new() { Store = new MemoryObjectStore(TimeProvider.System), Format = format, IdColumn = format is null ? null : "inferenceId" };

    private List<(EventKey Key, string Label)> Read(IEnumerable<string> lines, string field = "label") =>
        Read(StreamOf(lines), Settings(null), field);

    private List<(EventKey Key, string Label)> Read(Stream stream, GroundTruthSource settings, string field)
    {
        LabelList labels = new();
        GroundTruthReader reader = new(settings, field, _report);
        reader.Read(stream, "labels", labels, CancellationToken.None);
        Assert.Equal(labels.Labels.Count, reader.Count);
        return labels.Labels;
    }
}
