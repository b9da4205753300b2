using System.Text;
using ModelMonitor.Datasets;
using ModelMonitor.Reading;

namespace ModelMonitor.Tests.Datasets;

public sealed class CsvDatasetReaderTests
{
    private static readonly CsvFormat NoHeader = new(Header: false);

    [Fact]
    public void Read_FileWithHeader_NamesColumnsAndKeepsCellsAsTheyStand()
    {
        CsvReading reading = CsvReading.Of("churn,day_mins,plan\n1,265.10,gold\n0, 3,\n");

        Assert.Equal(["churn", "day_mins", "plan"], reading.Columns.Names);
        Assert.Equal([["1", "265.10", "gold"], ["0", " 3", null]], reading.Rows);
        Assert.Equal(2, reading.Report.Rows);
        Assert.Equal(0, reading.Report.Unreadable);
    }

    [Fact]
    public void Read_FileWithoutHeader_NamesColumnsByPosition()
    {
        CsvReading reading = CsvReading.Of("1,a\n2,b", NoHeader);

        Assert.Equal(["_c0", "_c1"], reading.Columns.Names);
        Assert.Equal([["1", "a"], ["2", "b"]], reading.Rows);
    }

    [Fact]
    public void Read_FileWithoutHeaderButKnownColumns_FillsThemInOrder()
    {
        CsvReading reading = CsvReading.Of("1,a\n1,2,3\n", NoHeader, ["x", "y"]);

        Assert.Equal(["x", "y"], reading.Columns.Names);
        Assert.Equal([["1", "a"]], reading.Rows);
        Assert.Equal("expected 2 fields, found 3", Assert.Single(reading.Report.Samples).Reason);
    }

    [Fact]
    public void Read_HeaderInAnotherOrder_MatchesKnownColumnsByName()
    {
        CsvReading reading = new();
        RowCollector collector = new(reading.Columns);
        DatasetRows rows = new(reading.Columns, collector, reading.Report);
        CsvDatasetReader reader = new(rows, new CsvFormat(), positional: null);
        reader.Read(new MemoryStream("x,y\n1,2\n"u8.ToArray()), "1.csv");
        reader.Read(new MemoryStream("z,y,x\n5,4,3\n"u8.ToArray()), "2.csv");
        reader.Read(new MemoryStream("y\n6\n"u8.ToArray()), "3.csv");
        rows.Flush();

        Assert.Equal(["x", "y", "z"], reading.Columns.Names);
        Assert.Equal([["1", "2", null], ["3", "4", "5"], [null, "6", null]], collector.Rows);
    }

    [Fact]
    public void Read_QuotedFields_AreTakenWithoutTheirQuotes()
    {
        CsvReading reading = CsvReading.Of("a,b,c\r\n\"x, y\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n\"\",\"\"\"\",5\" pipe\r\n");

        Assert.Equal([["x, y", "say \"hi\"", "two\r\nlines"], [null, "\"", "5\" pipe"]], reading.Rows);
        Assert.Equal(0, reading.Report.Unreadable);
    }

    [Fact]
    public void Read_AnotherDelimiter_LeavesCommasInFields()
    {
        CsvReading reading = CsvReading.Of("a;b\n1,5;\"x;y\"\n", new CsvFormat(Delimiter: ';'));

        Assert.Equal([["1,5", "x;y"]], reading.Rows);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\u00A7')]
    public void Delimiter_ThatCannotStandBetweenFields_IsRefused(char delimiter)
    {
        Assert.Throws<ConfigurationException>(() => new CsvFormat(Delimiter: delimiter));
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstName()
    {
        CsvReading reading = CsvReading.Of("\uFEFFa,b\n1,2\n");

        Assert.Equal(["a", "b"], reading.Columns.Names);
    }

    [Fact]
    public void Read_RepeatedAndEmptyNames_AreToldApart()
    {
        CsvReading reading = CsvReading.Of("a,,a,\"\",\"q\"\"q\"\n1,2,3,4,5\n");

        Assert.Equal(["a", "_c1", "a_2", "_c3", "q\"q"], reading.Columns.Names);
        Assert.Equal([["1", "2", "3", "4", "5"]], reading.Rows);
    }

    [Fact]
    public void Read_BlankLines_ArePassedOverButCountAsLines()
    {
        CsvReading reading = CsvReading.Of("\r\na,b\n\n \t \n1,2\n\n1\n\"\",\"\"\n");

        Assert.Equal([["1", "2"], [null, null]], reading.Rows);
        Assert.Equal(new UnreadableSample("a.csv", 7, "expected 2 fields, found 1"), Assert.Single(reading.Report.Samples));
    }

    [Fact]
    public void Read_WrongFieldCount_GivesTheLineOnWhichTheRowStarts()
    {
        CsvReading reading = CsvReading.Of("a,b\n\"1\n1\",2\n\"x\ny\"\n3,4,5\n6,7\n");

        Assert.Equal([["1\n1", "2"], ["6", "7"]], reading.Rows);
        Assert.Equal(
            [new UnreadableSample("a.csv", 4, "expected 2 fields, found 1"), new UnreadableSample("a.csv", 6, "expected 2 fields, found 3")],
            reading.Report.Samples);
        Assert.Equal(2, reading.Report.Unreadable);
    }

    [Theory]
    [InlineData("1,\"x\n2,y\n3,z", 3)]
    [InlineData("1,\"x\n2,y\n3,z\n", 3)]
    public void Read_UnclosedQuote_CostsOneLineNotTheRest(string lines, int rowsAndFaults)
    {
        CsvReading reading = CsvReading.Of("a,b\n" + lines);

        Assert.Equal([["2", "y"], ["3", "z"]], reading.Rows);
        Assert.Equal(new UnreadableSample("a.csv", 2, "a quote is opened and never closed"), Assert.Single(reading.Report.Samples));
        Assert.Equal(rowsAndFaults, reading.Rows.Count + reading.Report.Unreadable);
    }

    [Fact]
    public void Read_TextBehindAClosingQuote_CostsOneLine()
    {
        CsvReading reading = CsvReading.Of("a,b\n1,\"x\n2,\"y\"\n3,z\n4,\"w\" \n");

        Assert.Equal([["2", "y"], ["3", "z"]], reading.Rows);
        Assert.Equal([2L, 5L], reading.Report.Samples.Select(sample => sample.Line));
        Assert.All(reading.Report.Samples, sample => Assert.Contains("closing quote", sample.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_QuoteOpenForLongerThanARecordMayBe_CostsOneLine()
    {
        string filler = string.Concat(Enumerable.Repeat("5,x\n", 500));
        CsvReading reading = CsvReading.Of("a,b\n1,\"x\n" + filler, blockSize: 64, maximumRecordLength: 256);

        Assert.Equal(500, reading.Rows.Count);
        Assert.Contains("longer than 256 bytes", Assert.Single(reading.Report.Samples).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LineLongerThanARecordMayBe_IsPassedOverWhole()
    {
        CsvReading reading = CsvReading.Of("a,b\n1," + new string('x', 5_000) + ",\",\n2,y\n", blockSize: 64, maximumRecordLength: 256);

        Assert.Equal([["2", "y"]], reading.Rows);
        Assert.Equal(2, Assert.Single(reading.Report.Samples).Line);
    }

    [Fact]
    public void Read_InvalidUtf8_MakesThatRowUnreadable()
    {
        CsvReading reading = CsvReading.Of([.. "a,b\n1,"u8, 0xC3, 0x28, .. "\n2,\u00FC\n"u8]);

        Assert.Equal([["2", "\u00FC"]], reading.Rows);
        Assert.Equal(new UnreadableSample("a.csv", 2, "the text is not valid UTF-8"), Assert.Single(reading.Report.Samples));
    }

    [Fact]
    public void Read_HeaderWithAnEndlessName_LeavesTheFileOut()
    {
        CsvReading reading = CsvReading.Of(Encoding.UTF8.GetBytes($"a,{new string('b', 1025)}\n1,2\n"));

        Assert.Empty(reading.Rows);
        Assert.Empty(reading.Columns.Names);
        Assert.EndsWith("a column's name is longer than 1024 bytes", Assert.Single(reading.Report.Samples).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnreadableHeader_LeavesTheFileOut()
    {
        CsvReading reading = CsvReading.Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, .. "1,2\n3,4\n"u8]);

        Assert.Empty(reading.Rows);
        Assert.Empty(reading.Columns.Names);
        Assert.StartsWith("the header cannot be read", Assert.Single(reading.Report.Samples).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n  \n")]
    public void Read_NothingButBlankLines_GivesNoRowsAndNoFault(string text)
    {
        CsvReading reading = CsvReading.Of(text);

        Assert.Empty(reading.Rows);
        Assert.Empty(reading.Columns.Names);
        Assert.Equal(0, reading.Report.Unreadable);
    }

    [Fact]
    public void Read_HeaderOnly_GivesColumnsWithoutRows()
    {
        CsvReading reading = CsvReading.Of("a,b");

        Assert.Equal(["a", "b"], reading.Columns.Names);
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void Read_MoreFieldsThanASetHasColumns_KeepsTheFirst()
    {
        string line = string.Join(',', Enumerable.Repeat("1", 10_050));
        CsvReading reading = CsvReading.Of(line + "\n" + line + ",1\n" + line + "\n", NoHeader);

        Assert.Equal(10_000, reading.Columns.Count);
        Assert.Equal(2, reading.Rows.Count);
        Assert.Equal("expected 10050 fields, found 10051", Assert.Single(reading.Report.Samples).Reason);
    }

    [Fact]
    public void Read_NumbersNoDoubleHolds_AreCellsLikeOthers()
    {
        CsvReading reading = CsvReading.Of("a\n1e999\nNaN\n");

        Assert.Equal([["1e999"], ["NaN"]], reading.Rows);
        Assert.Equal(0, reading.Report.Unreadable);
    }

    [Fact]
    public void Read_StreamThatGivesAByteAtATime_ReadsTheSame()
    {
        byte[] text = Encoding.UTF8.GetBytes("\uFEFFa,b\r\n1,\"x\"\r\n");
        CsvReading whole = CsvReading.Of(text);
        CsvReading reading = new();
        RowCollector collector = new(reading.Columns);
        DatasetRows rows = new(reading.Columns, collector, reading.Report);
        new CsvDatasetReader(rows, new CsvFormat(), positional: null).Read(new DripStream(text), "a.csv");
        rows.Flush();

        Assert.Equal(whole.Rows, collector.Rows);
        Assert.Equal(whole.Columns.Names, reading.Columns.Names);
    }
}
