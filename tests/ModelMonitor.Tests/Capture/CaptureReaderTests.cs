using System.IO.Compression;
using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;
using static ModelMonitor.Tests.Capture.CaptureLines;

namespace ModelMonitor.Tests.Capture;

public class CaptureReaderTests
{
    private static readonly TimeWindow Hour =
        new(new DateTimeOffset(2022, 4, 18, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 4, 18, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Read_Csv_FillsTheColumnsOutputFirst()
    {
        string line = Line("1,,3\n", "0.5\n");
        Assert.Equal(["p=0.5|a=1|c=3"], Read(line, ["p", "a", "b", "c"]).Rows);
        Assert.Equal(["a=1|c=3|p=0.5"], Read(line, ["a", "b", "c", "p"], position: OutputPosition.End).Rows);
        Assert.Equal(["_c0=0.5|_c1=1|_c3=3"], Read(line).Rows);
    }

    [Fact]
    public void Read_PositionalColumnsOutOfOrder_FillsThemByName()
    {
        ColumnSet columns = new(["z", "b", "a"]);
        RowList rows = new(columns);
        ReadingReport report = new();
        CaptureReader reader = new(new CaptureLayout(columns, ["a", "b"]), window: null, rows, report);
        reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Line("2", "1"))), "f", null, CancellationToken.None);
        Assert.Equal(["b=2|a=1"], rows.Rows);
    }

    [Fact]
    public void Read_SeveralRecords_JoinsThemOneByOne()
    {
        Assert.Equal(["_c0=9|_c1=1|_c2=2", "_c0=8|_c1=3|_c2=4"], Read(Line("1,2\r\n3,4\r\n", "9\n8\n")).Rows);
        Assert.Equal(["_c0=9|_c1=1", "_c0=8|_c1=2", "_c0=7|_c1=3"], Read(Line("1\n2\n3", "9,8,7")).Rows);
        Assert.Equal(["_c0=9|_c1=1", "_c0=8|_c1=2"], Read(Line("1\n2", "[9,8]", "CSV", "JSON")).Rows);
    }

    [Fact]
    public void Read_OneSideOnly_GivesItsFields()
    {
        Assert.Equal(["_c0=1|_c1=2"], Read(Line("1,2", null)).Rows);
        Assert.Equal(["_c0=1", "_c0=2"], Read(Line(null, "1\n2")).Rows);
    }

    [Fact]
    public void Read_DifferentEncodings_AreJoined() =>
        Assert.Equal(["_c0=1|_c1=2|score=0.5|y=7"], Read(Line("1,2", """{"score":0.5,"y":7}""", "CSV", "JSON")).Rows);

    [Theory]
    [InlineData("""{"a":1}""", "a=1")]
    [InlineData("""[[1,2]]""", "_c0=1|_c1=2")]
    [InlineData("1,\"x,y\"\n", "_c0=1|_c1=x,y")]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", "a=1", "a=2")]
    [InlineData("0.5", "_c0=0.5")]
    public void Read_Base64_GuessesWhatItIs(string payload, params string[] rows) =>
        Assert.Equal(rows, Read(Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)), null, "BASE64")).Rows);

    [Fact]
    public void Read_Window_LeavesOutOtherEvents()
    {
        string[] lines =
        [
            Line("1\n2", null, time: "2022-04-17T23:59:59Z"),
            Line("3", null, time: "2022-04-18T00:00:00Z"),
            Line("4", null, time: "2022-04-18T00:59:59.999Z"),
            Line("5\n6", null, time: "2022-04-18T01:00:00Z"),
            Line("\"", null, time: "2022-04-18T02:00:00Z"),
            Line("7", null, time: "2022-04-18T02:30:00+02:00"),
            Line("8", null, time: "2022\\u002d04-18T00:30:00Z"),
            Line("""{"new":1}""", null, "JSON", time: "2022-04-18T02:00:00Z"),
        ];
        CaptureLines.Reading reading = Read(string.Join('\n', lines), window: Hour);
        Assert.Equal(["_c0=3", "_c0=4", "_c0=7", "_c0=8"], reading.Rows);
        Assert.Equal((4, 6, 0), (reading.Report.Rows, reading.Report.RowsOutsideWindow, reading.Report.Unreadable));
    }

    [Theory]
    [InlineData("{%s}", "eventMetadata.inferenceTime is \"{%s}\"; a time such as 2024-01-31T23:59:59Z was expected")]
    [InlineData("", "eventMetadata.inferenceTime is missing")]
    public void Read_NoTime_IsAFaultOnlyWithAWindow(string time, string reason)
    {
        string line = Line("1", "2", time: time);
        Assert.Equal(reason, Read(line, window: Hour).Fault);
        Assert.Single(Read(line).Rows);
    }

    [Fact]
    public void Read_BlankLinesAndEmptyFile_AreNothing()
    {
        CaptureLines.Reading reading = Read($"\n \t\n\r\n{Line("1", null)}\n\n");
        Assert.Equal((1, 0), (reading.Report.Rows, reading.Report.Unreadable));
        Assert.Equal(0, Read("").Report.Unreadable);
    }

    [Theory]
    [InlineData("1,2\n3", "9", "CSV", "the input has 2 records, the output 1")]
    [InlineData("1\n2\n3", "9\n8", "CSV", "the input has 3 records, the output 2")]
    [InlineData("1\n2", "9,8,7", "CSV", "the input has 2 records, the output 1")]
    [InlineData("", "9", "CSV", "the input has 0 records, the output 1")]
    [InlineData("", "\n", "CSV", "the payload holds no record")]
    [InlineData("""{"a":""", "1", "JSON", "endpointInput: not JSON: breaks off after 5 bytes")]
    [InlineData("1", "{'a'}", "JSON", "endpointOutput: not JSON at byte 2: \"'a'}\"")]
    [InlineData("1,\"2", "1", "CSV", "endpointInput: a quoted field is not closed: \"1,\"2\"")]
    [InlineData("*", "MQ==", "BASE64", "endpointInput: not base64: \"*\"")]
    [InlineData("Mf8=", "MQ==", "BASE64", "endpointInput: invalid UTF-8 at byte 2: \"\\xFF\"")]
    public void Read_PayloadsThatDoNotFit_AreCountedOnce(string input, string output, string encoding, string reason)
    {
        CaptureLines.Reading reading = Read($"\n{Line(input, output, encoding)}\n{Line("1", "2")}");
        Assert.Equal(reason, reading.Fault);
        Assert.Equal((1, 1, 2), (reading.Report.Rows, reading.Report.Unreadable, reading.Report.Samples[0].Line));
        Assert.Single(reading.Rows);
    }

    [Fact]
    public void Read_WrongFieldCount_RefusesThatRowOnly()
    {
        CaptureLines.Reading reading = Read(Line("1,2\n3\n4,5,6", "7\n8\n9"), ["p", "a", "b"]);
        Assert.Equal(["p=7|a=1|b=2"], reading.Rows);
        Assert.Equal(["expected 3 fields, found 2", "expected 3 fields, found 4"], reading.Report.Samples.Select(sample => sample.Reason));
    }

    [Fact]
    public void Read_WiderThanColumnsMayBe_IsAFault()
    {
        string widest = string.Join(',', Enumerable.Repeat("1", ColumnSet.MaximumColumns));
        Assert.Single(Read(Line(widest, null)).Rows);
        Assert.Equal("expected at most 10000 fields, found 10001", Read(Line($"{widest},1", null)).Fault);
    }

    [Fact]
    public void Read_LoneSurrogate_IsAFault() =>
        Assert.Equal(
            "endpointInput: the data holds half of a surrogate pair",
            Read("""{"captureData":{"endpointInput":{"data":"\ud800","encoding":"CSV"}}}""").Fault);

    [Fact]
    public void Read_InvalidUtf8_IsAFault()
    {
        byte[] line = Encoding.UTF8.GetBytes(Line("1", "2"));
        line[^3] = 0xff;
        Assert.Equal($"invalid UTF-8 at byte {line.Length - 2}: \"\\xFF\"}}\"", Read(line).Fault);
    }

    [Fact]
    public void Read_TruncatedLastLine_KeepsTheRowsBefore()
    {
        string line = Line("1", "2");
        CaptureLines.Reading reading = Read($"{line}\n{line[..^20]}");
        Assert.Single(reading.Rows);
        Assert.Equal($"not JSON: breaks off after {line.Length - 20} bytes", reading.Fault);
    }

    [Fact]
    public void Read_LongLine_IsPassedOver()
    {
        ColumnSet columns = new();
        RowList rows = new(columns);
        ReadingReport report = new();
        CaptureReader reader = new(new CaptureLayout(columns, null), null, rows, report, new LineReader(maximumLength: 400, blockLength: 64));
        string content = $"{Line("1", "2")}\n{Line(new string('1', 1000), "2")}\n{Line("3", "4")}\n";
        reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "f", null, CancellationToken.None);
        Assert.Equal(["_c0=2|_c1=1", "_c0=4|_c1=3"], rows.Rows);
        Assert.Equal(new UnreadableSample("f", 2, "the line is longer than 400 bytes"), Assert.Single(report.Samples));
    }

    [Fact]
    public void Read_DamagedGzip_KeepsTheRowsBefore()
    {
        using MemoryStream content = new();
        using (GZipStream gzip = new(content, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Line("1", "2") + "\n", 10_000))));
        }

        CaptureLines.Reading whole = Read(content.ToArray());
        Assert.Equal((10_000, 0), (whole.Report.Rows, whole.Report.Unreadable));
        CaptureLines.Reading damaged = Read(content.ToArray()[..^1000]);
        Assert.StartsWith("damaged gzip: ", damaged.Fault, StringComparison.Ordinal);
        Assert.Equal(0, damaged.Report.Samples[0].Line);
        Assert.Equal(damaged.Rows.Count, damaged.Report.Rows);
        Assert.InRange(damaged.Rows.Count, 5000, 9999);
    }

    [Fact]
    public void Read_MoreRowsThanABatchHolds_GivesThemAllInOrder()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 2000));
        string content = $"{Line(rows, rows)}\n{string.Join('\n', Enumerable.Range(2000, 700).Select(i => Line($"{i}", $"{i}")))}";
        Assert.Equal(Enumerable.Range(0, 2700).Select(i => $"_c0={i}|_c1={i}"), Read(content).Rows);
    }

    [Fact]
    public void Read_FaultyEvents_AddNoColumns()
    {
        ColumnSet columns = new();
        CaptureReader reader = new(new CaptureLayout(columns, []), null, new RowList(columns), new ReadingReport());
        string content = $"{Line("""{"a":1,"b":}""", null, "JSON")}\n{Line("""{"c":1}""", "[[1],[2]]", "JSON")}\n{Line("""{"d":1}""", "1", "JSON")}";
        reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "f", null, CancellationToken.None);
        Assert.Equal(0, columns.Count);
    }
}
