using BenchmarkDotNet.Attributes;
using ModelMonitor.Capture;
using ModelMonitor.Demo;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;

namespace ModelMonitor.Benchmarks.Readers;

/// <summary>Captured traffic of 21 columns: finding the cells alone, and with profiling them. Per row.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private const int Rows = 20_000;

    private byte[] _captures = [];

    [GlobalSetup]
    public void Setup()
    {
        using MemoryStream stream = new();
        SyntheticTraffic.WriteCaptureLines(stream, Rows, seed: 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _captures = stream.ToArray();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long Read() => Read(new ColumnSet(SyntheticTraffic.ColumnNames), new NoSink());

    [Benchmark(OperationsPerInvoke = Rows)]
    public long ReadAndProfile()
    {
        ColumnSet columns = new(SyntheticTraffic.ColumnNames);
        return Read(columns, new DatasetProfile(columns));
    }

    private long Read(ColumnSet columns, IRowSink sink)
    {
        ReadingReport report = new();
        CaptureReader reader = new(new CaptureLayout(columns, SyntheticTraffic.ColumnNames), window: null, sink, report);
        reader.Read(new MemoryStream(_captures), "captures.jsonl", range: null, default);
        return report.Rows;
    }

    private sealed class NoSink : IRowSink
    {
        public void Add(RowBatch batch)
        {
        }
    }
}
