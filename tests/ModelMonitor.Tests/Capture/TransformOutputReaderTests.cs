using System.Globalization;
using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Capture;

public class TransformOutputReaderTests
{
    private const string Id = "94bcc22a-0462-4bd1-92c9-b46a5aaec1aa";

    private static readonly TimeWindow Day =
        new(new DateTimeOffset(2022, 8, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 8, 31, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Read_Csv_DropsIdAndTime()
    {
        (List<string> rows, ReadingReport report) = Read(
            $"1,2,0.5,{Id},2022-08-30T00:49:15Z\n3,4,0.6,{Id},2022-08-31T00:00:00Z\n", Day);
        Assert.Equal(["_c0=1|_c1=2|_c2=0.5"], rows);
        Assert.Equal((1, 1, 0), (report.Rows, report.RowsOutsideWindow, report.Unreadable));
    }

    [Fact]
    public void Read_CsvWithoutIds_KeepsAllFields()
    {
        Assert.Equal(["_c0=1|_c1=2"], Read("1,2").Rows);
        Assert.Equal([$"_c0={Id}|_c1=2022-08-30T00:49:15Z"], Read($"{Id},2022-08-30T00:49:15Z").Rows);
    }

    [Fact]
    public void Read_JsonLines_PutsTheOutputBeforeTheInput()
    {
        string line = $$$"""{"SageMakerInferenceId":"{{{Id}}}","SageMakerInferenceTime":"2022-08-30T00:49:15Z","SageMakerOutput":{"score":0.5},"features":[1,2]}""";
        Assert.Equal(["_c0=1|_c1=2|score=0.5"], Read(line, Day).Rows);
        Assert.Equal(["_c0=0.5|_c1=1|_c2=2"], Read(line.Replace("{\"score\":0.5}", "0.5", StringComparison.Ordinal)).Rows);
        Assert.Equal(["a=1|b=2"], Read($$"""{"a":1,"SageMakerInferenceId":"{{Id}}","b":2}""").Rows);
        Assert.Equal(["_c0=0.5"], Read("[0.5]").Rows);
    }

    [Theory]
    [InlineData("""{"a":1,"SageMakerInferenceTime":7}""", "SageMakerInferenceTime is \"7\"; a time such as 2024-01-31T23:59:59Z was expected")]
    [InlineData("""{"a":1,"SageMakerInferenceTime":"noon"}""", "SageMakerInferenceTime is \"noon\"; a time such as 2024-01-31T23:59:59Z was expected")]
    [InlineData("""{"SageMakerInferenceTime":"2022-08-30T00:49:15Z"}""", "the payload holds no record")]
    [InlineData("""{"SageMakerInferenceTime":"2022-08-30T00:49:15Z","SageMakerOutput":[[1],[2]],"instances":[1]}""", "the input has 1 records, the output 2")]
    [InlineData("""{"a":""", "not JSON: breaks off after 5 bytes")]
    public void Read_Malformed_IsCounted(string line, string reason)
    {
        (List<string> rows, ReadingReport report) = Read(line, Day);
        Assert.Equal(reason, Assert.Single(report.Samples).Reason);
        Assert.Empty(rows);
    }

    [Fact]
    public void Read_FaultOutsideTheWindow_IsLeftToThatWindow()
    {
        string line = """{"SageMakerInferenceTime":"2023-08-30T00:49:15Z","SageMakerOutput":[[1],[2]],"instances":[1]}""";
        ReadingReport report = Read(line, Day).Report;
        Assert.Equal((0, 1, 0), (report.Rows, report.RowsOutsideWindow, report.Unreadable));
    }

    [Fact]
    public void Read_InvalidUtf8_IsCounted()
    {
        ReadingReport report = new();
        ColumnSet columns = new();
        new TransformOutputReader(new CaptureLayout(columns, null), window: null, new RowList(columns), report)
            .Read(new MemoryStream([(byte)'1', 0xff]), "f", hour: null, CancellationToken.None);
        Assert.Equal(new UnreadableSample("f", 1, "invalid UTF-8 at byte 2: \"\\xFF\""), Assert.Single(report.Samples));
    }

    [Fact]
    public void Read_OneDocumentOfSeveralLines_IsReadWhole()
    {
        (List<string> rows, ReadingReport report) = Read("{\n\"SageMakerOutput\":{\"predictions\":[0.5,0.6]},\n\"instances\":[[1],[2]]}\n");
        Assert.Equal(["_c0=0.5|_c1=1", "_c0=0.6|_c1=2"], rows);
        Assert.Equal(0, report.Unreadable);
        Assert.Equal(new UnreadableSample("f", 0, "not JSON: breaks off after 8 bytes"), Assert.Single(Read("{\n\"a\":1\n").Report.Samples));
    }

    [Theory]
    [InlineData(null, 1, 0)]
    [InlineData("2022-08-30T23:00:00Z", 1, 0)]
    [InlineData("2022-08-31T00:00:00Z", 0, 1)]
    public void Read_NoTime_TheHourDecides(string? hour, int rows, int outside)
    {
        DateTimeOffset? time = hour is null ? null : DateTimeOffset.Parse(hour, CultureInfo.InvariantCulture);
        foreach (string line in new[] { "1,2", """{"a":1,"SageMakerInferenceTime":null}""" })
        {
            ReadingReport report = Read(line, Day, time).Report;
            Assert.Equal((rows, outside, 0), (report.Rows, report.RowsOutsideWindow, report.Unreadable));
        }

        Assert.Equal(rows, Read("{\"a\":", Day, time).Report.Unreadable);
    }

    [Fact]
    public void Read_Time_DecidesAgainstTheHour()
    {
        ReadingReport report = Read($"1,{Id},2022-08-30T00:49:15Z", Day, Day.End.AddDays(9)).Report;
        Assert.Equal((1, 0), (report.Rows, report.RowsOutsideWindow));
    }

    // formats.md 1.2: the input is joined in; 14 features beside predicted_label and score.
    [ConformanceFact]
    public void Read_RealJsonLines_GivesTheRow()
    {
        string content = File.ReadAllText(Conformance.PathOf("captures", "transform-output.batch-jsonlines.json"));
        string row = Assert.Single(Read(content).Rows);
        Assert.StartsWith("_c0=29|_c1=2|_c2=178610|", row, StringComparison.Ordinal);
        Assert.EndsWith("|_c13=37|predicted_label=0|score=0.047645717859268", row, StringComparison.Ordinal);
    }

    [ConformanceFact]
    public void Read_RealJson_GivesARowForEachRecord()
    {
        string content = File.ReadAllText(Conformance.PathOf("captures", "transform-output.batch-json.json"));
        (List<string> rows, ReadingReport report) = Read(content);
        // As many records as the file has "score" members.
        Assert.Equal(content.Split("\"score\"").Length - 1, rows.Count);
        Assert.EndsWith("predicted_label=1|score=0.9899773597717285", rows[0], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(16, row.Split('|').Length));
        Assert.Equal(0, report.Unreadable);
    }

    private static (List<string> Rows, ReadingReport Report) Read(string content, TimeWindow? window = null, DateTimeOffset? hour = null)
    {
        ColumnSet columns = new();
        RowList rows = new(columns);
        ReadingReport report = new();
        new TransformOutputReader(new CaptureLayout(columns, null), window, rows, report)
            .Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "f", hour, CancellationToken.None);
        return (rows.Rows, report);
    }
}
