using System.Buffers;
using ModelMonitor.Reading;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Reading;

public sealed class ReadingReportTests
{
    [Fact]
    public void ReadFrom_FirstLayout_HasAllButTheLastEvent()
    {
        ArrayBufferWriter<byte> buffer = new();
        StateWriter writer = new(buffer);
        writer.WriteHeader("READ"u8, version: 1);
        foreach (long count in new[] { 5L, 4L, 3L, 2L })
        {
            writer.WriteInt64(count);
        }

        writer.WriteInt32(0);
        writer.WriteInt32(0);
        StateReader reader = new(buffer.WrittenSpan);

        ReadingReport report = ReadingReport.ReadFrom(ref reader);

        reader.ExpectEnd();
        Assert.Equal((5, 4, 3, 2), (report.Rows, report.RowsOutsideWindow, report.Unreadable, report.UnusableNumbers));
        Assert.Null(report.LastEvent);
    }

    [Fact]
    public void MergeFrom_Events_KeepsTheLatest()
    {
        DateTimeOffset ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
        ReadingReport one = new();
        ReadingReport other = new();
        one.MergeFrom(other);
        Assert.Null(one.LastEvent);

        other.NoteEvent(ten);
        other.NoteEvent(ten.AddMinutes(-1));
        one.MergeFrom(other);
        one.MergeFrom(new ReadingReport());

        Assert.Equal(ten, one.LastEvent);
    }
}
