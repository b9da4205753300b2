using ModelMonitor.Capture;
using ModelMonitor.Reading;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Capture;

/// <summary>Lines that real endpoints captured.</summary>
public class CaptureReaderConformanceTests
{
    [ConformanceFact]
    public void Read_CsvEndpoint_GivesOutputAndInput()
    {
        CaptureLines.Reading reading = ReadFile("captures", "csv-endpoint-capture.jsonl");
        Assert.Equal(3, reading.Rows.Count);
        Assert.StartsWith("_c0=0.036397725343704224|_c1=132|_c2=10|_c3=182.9|", reading.Rows[0], StringComparison.Ordinal);
        Assert.All(reading.Rows, row => Assert.Equal(70, row.Split('|').Length));
        Assert.Equal(0, reading.Report.Unreadable);
    }

    [ConformanceFact]
    public void Read_CsvEndpointWithInferenceId_HasItsParts()
    {
        byte[] line = File.ReadAllBytes(Conformance.PathOf("captures", "csv-endpoint-capture-with-inferenceId.jsonl"));
        line = line[..Array.IndexOf(line, (byte)'\n')];
        Assert.True(new CaptureRecordReader().TryRead(line, out CaptureRecord record, out _));
        Assert.True(record.InferenceId.Of(line).SequenceEqual("57"u8));
        Assert.True(record.EventId.Of(line).SequenceEqual("8bdec035-7c2d-47f5-bcf9-b7be2c9aac0c"u8));
        Assert.True(record.InferenceTime.Of(line).SequenceEqual("2021-05-26T00:30:11Z"u8));
    }

    [ConformanceFact]
    public void Read_JsonEndpoint_JoinsInstancesAndPredictions()
    {
        CaptureLines.Reading reading = ReadFile("captures", "json-endpoint-capture.endpoint-json.jsonl");
        Assert.Equal(3, reading.Rows.Count);
        Assert.Equal(
            "_c0=43|_c1=2|_c2=72338|_c3=12|_c4=14|_c5=2|_c6=12|_c7=0|_c8=1|_c9=1|_c10=0|_c11=0|_c12=40|_c13=37|score=0.5041388273239136|predicted_label=1",
            reading.Rows[2]);
    }

    [ConformanceFact]
    public void Read_TensorflowEndpoint_GivesARowForEachInstance() =>
        Assert.Equal(
            ["_c0=3.5|_c1=1.0", "_c0=4.0|_c1=2.0", "_c0=5.5|_c1=5.0"], ReadFile("sdk-monitor", "captured-data.jsonl").Rows[..3]);

    [ConformanceFact]
    public void Read_MetadataFirst_GivesAllRows()
    {
        CaptureLines.Reading reading = ReadFile("sdk-monitor", "capture.jsonl");
        Assert.Equal(File.ReadAllLines(Conformance.PathOf("sdk-monitor", "capture.jsonl")).Length, reading.Rows.Count);
        Assert.Equal("_c0=0.302709460258|_c1=9|_c2=45|_c3=45|_c4=42|_c5=7|_c6=5|_c7=0", reading.Rows[0]);
    }

    [ConformanceFact]
    public void Read_TimeThatIsAPlaceholder_IsUnreadableInAWindow()
    {
        byte[] content = File.ReadAllBytes(Conformance.PathOf("sdk-monitor", "capture.jsonl"));
        CaptureLines.Reading reading = CaptureLines.Read(content, window: new TimeWindow(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Empty(reading.Rows);
        Assert.Equal(
            "eventMetadata.inferenceTime is \"{%s}\"; a time such as 2024-01-31T23:59:59Z was expected", reading.Report.Samples[0].Reason);
    }

    private static CaptureLines.Reading ReadFile(params string[] path)
    {
        CaptureLines.Reading reading = CaptureLines.Read(File.ReadAllBytes(Conformance.PathOf(path)));
        Assert.Equal(0, reading.Report.Unreadable);
        return reading;
    }
}
