using System.IO.Compression;
using System.Text;
using CsCheck;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Datasets;

public sealed class DatasetReaderTests
{
    private static readonly byte[] JsonLines = Encoding.UTF8.GetBytes(
        "{\"b\":1,\"a\":{\"x\":2.50,\"y\":null}}\n\n{\"a\":{\"x\":\"t\"},\"c\":true}\n[1\n{\"b\":3}");

    [Fact]
    public void Read_JsonLines_FlattensObjectsAndSkipsWhatIsNotJson()
    {
        (List<string?[]> rows, ColumnSet columns, ReadingReport report) = Read(JsonLines, new JsonLinesFormat());

        Assert.Equal(["b", "a.x", "a.y", "c"], columns.Names);
        Assert.Equal([["1", "2.50", null, null], [null, "t", null, "true"], ["3", null, null, null]], rows);
        Assert.Equal(3, report.Rows);
        Assert.Equal(4, Assert.Single(report.Samples).Line);
    }

    [Fact]
    public void Read_JsonArrays_FillColumnsByPosition()
    {
        (List<string?[]> rows, ColumnSet columns, _) = Read("[1,\"a\"]\n[2,null]\n"u8.ToArray(), new JsonLinesFormat());

        Assert.Equal(["_c0", "_c1"], columns.Names);
        Assert.Equal([["1", "a"], ["2", null]], rows);
    }

    [Fact]
    public void Read_JsonWithPositionalColumns_TakesArraysOfTheirNumberAndObjectsOfAnyNames()
    {
        ColumnSet columns = new("a", "b");
        RowList rows = new(columns);
        ReadingReport report = new();

        new DatasetReader(columns, rows, report, ["a", "b"]).Read(
            new MemoryStream("[1,2]\n{\"b\":3,\"c\":4}\n[5]\n{\"a\":6}\n"u8.ToArray()), "x.jsonl", new JsonLinesFormat());

        Assert.Equal(["a=1|b=2", "b=3|c=4", "a=6"], rows.Rows);
        Assert.Equal("expected 2 fields, found 1", Assert.Single(report.Samples).Reason);
    }

    [Fact]
    public void Arrange_JsonColumns_OrdersThemByName()
    {
        ColumnSet columns = new("b", "a.x", "B", "a");

        Assert.Equal([2, 3, 1, 0], new JsonLinesFormat().ColumnOrder.Arrange(columns));
        Assert.Equal([0, 1, 2, 3], new CsvFormat().ColumnOrder.Arrange(columns));
    }

    [Fact]
    public void Read_GzipWithoutSayingSo_IsInflated()
    {
        (List<string?[]> rows, _, _) = Read(Compress("a,b\n1,2\n"), new CsvFormat());

        Assert.Equal([["1", "2"]], rows);
    }

    [Fact]
    public void Read_DamagedGzip_IsOneUnreadableSample()
    {
        byte[] compressed = Compress(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i},{i * 7919 % 10_007}\n")));
        compressed[compressed.Length / 2] ^= 0x55;
        compressed[compressed.Length / 2 + 1] ^= 0x55;

        (_, _, ReadingReport report) = Read(compressed, new CsvFormat());

        Assert.Contains(report.Samples, sample => sample.Line == 0 && sample.Reason.Contains("compressed", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_DamagedJsonLines_NeverThrows() => Mutation.Of(JsonLines).Sample(
        damaged =>
        {
            (List<string?[]> rows, _, ReadingReport report) = Read(damaged, new JsonLinesFormat());

            Assert.Equal(rows.Count, report.Rows);
        },
        iter: 10_000);

    [Theory]
    [InlineData("train.csv", typeof(CsvFormat))]
    [InlineData("a/b.CSV.gz", typeof(CsvFormat))]
    [InlineData("x.jsonl", typeof(JsonLinesFormat))]
    [InlineData("x.ndjson.gz", typeof(JsonLinesFormat))]
    [InlineData("x.json", typeof(JsonLinesFormat))]
    [InlineData("part-0001.snappy.parquet", typeof(ParquetFormat))]
    [InlineData("x.parquet.gz", null)]
    [InlineData("_SUCCESS", null)]
    [InlineData("a.csv/b", null)]
    public void FromName_EndOfAName_TellsTheFormat(string name, Type? expected) => Assert.Equal(expected, DatasetFormat.FromName(name)?.GetType());

    private static byte[] Compress(string text)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static (List<string?[]> Rows, ColumnSet Columns, ReadingReport Report) Read(byte[] content, DatasetFormat format)
    {
        ColumnSet columns = new();
        ReadingReport report = new();
        RowCollector collector = new(columns);
        new DatasetReader(columns, collector, report).Read(new MemoryStream(content), "a", format);

        // Rows of earlier batches know fewer columns than later ones: here there is one batch.
        return (collector.Rows, columns, report);
    }
}
