using System.Globalization;
using CsCheck;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Runs;

/// <summary>The promise that however a run is cut, its result is the same.</summary>
public sealed class ShardLayoutTests
{
    [Fact]
    public async Task ProfileAllAsync_AnyShards_GivesTheSameCountsAndNearlyTheSameSums()
    {
        RunFixture fixture = new();
        Random random = new(1);
        for (int file = 0; file < 3; file++)
        {
            await fixture.CaptureAsync($"{file}.jsonl", Enumerable.Range(0, 4000).Select(i => RunFixture.Line(
                RunFixture.Ten,
                string.Create(CultureInfo.InvariantCulture, $"{random.Next(18, 90)},{(i % 3 == 0 ? "basic" : "plus")}"),
                random.NextDouble().ToString("R", CultureInfo.InvariantCulture))));
        }

        DatasetProfile whole = await ProfileAsync(fixture, long.MaxValue, 1);
        await Gen.Select(Gen.Long[20_000, 2_000_000], Gen.Int[1, 4]).SampleAsync(
            async (shardBytes, threads) => AssertAlike(whole, await ProfileAsync(fixture, shardBytes, threads)), iter: 12);
    }

    private static async Task<DatasetProfile> ProfileAsync(RunFixture fixture, long shardBytes, int threads)
    {
        RunSettings settings = fixture.Settings() with { ShardBytes = shardBytes, Threads = threads };
        DatasetProfiler profiler = new();
        RunPlan plan = await RunPlanner.PlanAsync(settings, profiler, "", default);
        return (await ShardProfiler.ProfileAllAsync(plan, profiler, settings, null, default))!.Content;
    }

    private static void AssertAlike(DatasetProfile whole, DatasetProfile sharded)
    {
        Assert.Equal(12_000, sharded.RowCount);
        Assert.Equal(whole.Columns.Names, sharded.Columns.Names);
        for (int column = 0; column < whole.Columns.Count; column++)
        {
            ColumnProfile a = whole[column];
            ColumnProfile b = sharded[column];
            Assert.Equal(StateFile.ToBytes(a.Completeness), StateFile.ToBytes(b.Completeness));
            Assert.Equal(StateFile.ToBytes(a.Types), StateFile.ToBytes(b.Types));
            Assert.Equal(StateFile.ToBytes(a.Distinct), StateFile.ToBytes(b.Distinct));
            Assert.Equal(a.Moments.Sum, b.Moments.Sum, Math.Abs(a.Moments.Sum) * 1e-12);
            Assert.Equal(a.Moments.StandardDeviation, b.Moments.StandardDeviation, a.Moments.StandardDeviation * 1e-12);
            AssertRanksAlike(a, b);
        }
    }

    private static void AssertRanksAlike(ColumnProfile a, ColumnProfile b)
    {
        Assert.Equal(a.Sketch.Count, b.Sketch.Count);
        SortedView left = new(a.Sketch);
        SortedView right = new(b.Sketch);
        double bound = 2 * a.Sketch.NormalizedRankError;
        for (double q = 0.05; q < 1.0 && a.Sketch.Count > 0; q += 0.05)
        {
            double value = left.Quantile(q);
            double difference = (double)(left.Rank(value) - right.Rank(value)) / left.TotalWeight;
            Assert.InRange(Math.Abs(difference), 0.0, bound);
        }
    }
}
