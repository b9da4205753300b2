using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.Datasets;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Tests.Capture;

namespace ModelMonitor.Tests.Reading;

/// <summary>
/// How much readers allocate, dead objects included: a bound on what they hold at any time, and unlike the size of
/// the heap not disturbed by tests that run beside these.
/// </summary>
public sealed class ReadingMemoryTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("csv", 60)]
    [InlineData("captures", 60)]
    [InlineData("json", 12)]
    public void Read_ManyMegabytes_AllocatesBuffersOnly(string reader, int megabytes)
    {
        byte[] line = Encoding.UTF8.GetBytes(LineOf(reader));
        int lines = megabytes * Megabyte / line.Length;
        (ReadingReport report, long allocated) = Measure(reader, (long)lines * line.Length, line);

        Assert.Equal(lines, report.Rows);
        Assert.Equal(0, report.Unreadable);
        Assert.InRange(allocated, 0, 8 * Megabyte);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("captures")]
    [InlineData("json")]
    public void Read_OneLineOfAHundredMegabytes_IsUnreadableInBoundedMemory(string reader)
    {
        byte[] block = new byte[4096];
        Array.Fill(block, (byte)'1');
        (ReadingReport report, long allocated) = Measure(reader, length: 100 * Megabyte, block);
        (_, long allocatedForMore) = Measure(reader, length: 200 * Megabyte, block);

        Assert.Equal(0, report.Rows);
        Assert.Contains("longer than 33554432 bytes", Assert.Single(report.Samples).Reason, StringComparison.Ordinal);

        // A buffer grows by doubling until it holds the longest line (32 MB) and a block: 0.5 + 1 + … + 64 MB.
        Assert.InRange(allocated, 0, 132 * Megabyte);
        Assert.InRange(allocatedForMore, allocated - Megabyte, allocated + Megabyte);
    }

    private static string LineOf(string reader) => reader switch
    {
        "csv" => "1,2.5,some text of a length that texts may well have in such a file,\"quoted, with \"\"quotes\"\"\",,-1e5,true\n",
        "json" => "{\"a\":1,\"b\":{\"c\":2.5,\"d\":\"some \\\"text\\\"\"},\"e\":null}\n",
        _ => CaptureLines.Line("1,2.5,some text", "0.5") + "\n",
    };

    private static (ReadingReport Report, long Allocated) Measure(string reader, long length, byte[] block)
    {
        ReadingReport report = new();
        ColumnSet columns = new();
        using RepeatingStream stream = new(block, length);
        NoRows sink = new();
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (reader == "captures")
        {
            new CaptureReader(new CaptureLayout(columns, Positional: null), window: null, sink, report)
                .Read(stream, "f", range: null, CancellationToken.None);
        }
        else
        {
            new DatasetReader(columns, sink, report).Read(stream, "f", reader == "csv" ? new CsvFormat(Header: false) : new JsonLinesFormat());
        }

        return (report, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class NoRows : IRowSink
    {
        public void Add(RowBatch batch)
        {
        }
    }
}
