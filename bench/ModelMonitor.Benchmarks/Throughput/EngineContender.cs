using System.Diagnostics;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Benchmarks.Throughput;

/// <summary>This engine: the whole of a run up to the merged profile, planning included.</summary>
internal static class EngineContender
{
    public static async Task<double> MeasureAsync(string file, int rows, int threads)
    {
        long start = Stopwatch.GetTimestamp();
        RunSettings settings = new()
        {
            Monitor = "bench",
            Input = new FileObjectStore(file),
            Artifacts = new MemoryObjectStore(TimeProvider.System),
            Threads = threads,
            ShardBytes = threads == 1 ? long.MaxValue : new FileInfo(file).Length / (2 * threads) + 1,
        };
        DatasetProfiler profiler = new();
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", default).ConfigureAwait(false);
        ShardState<DatasetProfile>? merged = await ShardProfiler.ProfileAllAsync(
            plan, profiler, settings, null, default).ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return merged?.Content.RowCount == rows && merged.Reading.Unreadable == 0
            ? seconds
            : throw new InvalidOperationException($"The engine profiled {merged?.Content.RowCount} of {rows} rows.");
    }
}
