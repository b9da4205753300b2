using System.Diagnostics;
using System.Globalization;
using System.Text;
using ModelMonitor.Capture;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Storage;

namespace ModelMonitor.Benchmarks.GroundTruth;

/// <summary>Joins captured predictions with as many labels in SageMaker's form, on one thread: in memory, and by way of files.</summary>
internal static class JoinMeasurement
{
    private const int Million = 1_000_000;
    private const long InMemory = long.MaxValue;
    private const string Score = "0.0363";

    public static int Run(TextWriter output, string[] options)
    {
        using TemporaryPlace place = new();
        int largest = options is ["--rows", string number] ? int.Parse(number, CultureInfo.InvariantCulture) : 10 * Million;
        output.WriteLine("predictions x labels, one thread, from files of lines; seconds; most memory of the process so far");
        Measure(output, place, Million, InMemory);
        Measure(output, place, Million, InMemory);
        Measure(output, place, Million, 16L << 20);
        Measure(output, place, largest, new GroundTruthSource { Store = place.Store }.MemoryBytes);
        Measure(output, place, largest, InMemory);
        return 0;
    }

    private static void Measure(TextWriter output, TemporaryPlace place, int rows, long memoryBytes)
    {
        string captures = place.Write($"captures-{rows}", rows, Captured);
        string labels = place.Write($"labels-{rows}", rows, i => Labelled((int)((i * 7919L) % rows)));
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        ColumnSet columns = new("score", "age", "plan");
        PairCounter counter = new(columns);
        GroundTruthSource settings = new() { Store = place.Store, MemoryBytes = memoryBytes, TemporaryFolder = place.Root };
        LabelRequest request = new() { Column = "label", Columns = ["score"] };
        using LabelJoin join = new(columns, request, settings, counter, new ReadingReport());
        using (FileStream file = File.OpenRead(captures))
        {
            CaptureLayout layout = new(columns, ["score", "age", "plan"]) { KeepsEvents = true };
            new CaptureReader(layout, window: null, join, new ReadingReport()).Read(file, captures, range: null, CancellationToken.None);
        }

        TimeSpan read = Stopwatch.GetElapsedTime(start);
        using (FileStream file = File.OpenRead(labels))
        {
            new GroundTruthReader(settings, "label", new ReadingReport()).Read(file, labels, join, CancellationToken.None);
        }

        GroundTruthState state = GroundTruthState.CreateEmpty();
        join.Complete(state, CancellationToken.None);
        TimeSpan all = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows,12:n0}  {(join.IsSpilled ? "files " : "memory")}  {all.TotalSeconds,6:f2} s (captures {read.TotalSeconds:f2}, processor {(process.TotalProcessorTime - before).TotalSeconds:f2})  {process.PeakWorkingSet64 >> 20,5} MiB  labelled {state.Labelled:n0}, pairs {counter.Pairs:n0}, checksum {counter.Checksum:x16}"));
    }

    private static string Captured(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"{{{20 + i % 60}}},basic","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv; charset=utf-8","mode":"OUTPUT","data":"{{{Score}}}{{{i % 1_000_000:d6}}}","encoding":"CSV"}},"eventMetadata":{"eventId":"8bdec035-7c2d-47f5-bcf9-{{{i:x12}}}","inferenceTime":"2026-11-22T10:{{{i / 60 % 60:d2}}}:{{{i % 60:d2}}}Z"},"eventVersion":"0"}""");

    private static string Labelled(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"groundTruthData":{"data":"{{{i % 2}}}","encoding":"CSV"},"eventMetadata":{"eventId":"8bdec035-7c2d-47f5-bcf9-{{{i:x12}}}"},"eventVersion":"0"}""");

    /// <summary>Counts rows with a label, and sums them up so that their order shows.</summary>
    private sealed class PairCounter(ColumnSet columns) : IRowSink
    {
        public long Pairs { get; private set; }

        public ulong Checksum { get; private set; }

        public void Add(RowBatch batch)
        {
            int label = columns.IndexOf("label");
            for (int row = 0; row < batch.RowCount; row++)
            {
                Pairs++;
                foreach (byte character in batch.Cell(row, 0))
                {
                    Checksum = (Checksum * 31) + character;
                }

                Checksum = (Checksum * 31) + batch.Cell(row, label)[0];
            }
        }
    }

    private sealed class TemporaryPlace : IDisposable
    {
        public string Root { get; } = Directory.CreateTempSubdirectory("modelmonitor-bench-").FullName;

        public MemoryObjectStore Store { get; } = new(TimeProvider.System);

        public string Write(string name, int count, Func<int, string> line)
        {
            string path = Path.Combine(Root, name);
            if (!File.Exists(path))
            {
                using StreamWriter writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
                for (int i = 0; i < count; i++)
                {
                    writer.Write(line(i));
                    writer.Write('\n');
                }
            }

            return path;
        }

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
