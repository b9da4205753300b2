using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Statistics;

namespace ModelMonitor.Tests.Runs;

public sealed class ShardProfilerTests
{
    private readonly RunFixture _fixture = new();

    [Fact]
    public async Task ProfileAsync_StoppedInTheMiddle_StoresNothingAndTheNextTryGivesTheSame()
    {
        (RunPlan plan, RunSettings settings) = await PlanAsync(20_000, 1);
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ProfileAsync(plan, settings, _ => stop.Cancel(), stop.Token));
        Assert.Null(await _fixture.Artifacts.FindAsync(plan.Shards[0].StateKey));

        ShardState<DatasetProfile> retried = await ProfileAsync(plan, settings);

        ShardState<DatasetProfile> undisturbed = await ProfileAsync(plan, settings with { KeepStates = false });
        Assert.Equal(StateFile.ToBytes(undisturbed), StateFile.ToBytes(retried));
        Assert.NotNull(await _fixture.Artifacts.FindAsync(plan.Shards[0].StateKey));
    }

    [Fact]
    public async Task ProfileAsync_StateThereAlready_ReadsNoCapture()
    {
        (RunPlan plan, RunSettings settings) = await PlanAsync(10, 3);
        await ProfileAsync(plan, settings);
        Testing.CountingObjectStore captures = new(_fixture.Captures);

        ShardState<DatasetProfile> state = await ProfileAsync(plan, settings with { Input = captures });

        Assert.Equal((30, 0), (state.Reading.Rows, captures.Reads));
    }

    [Fact]
    public async Task ProfileAsync_ObjectReplacedSincePlanning_IsCountedAndNotReadByHalves()
    {
        (RunPlan plan, RunSettings settings) = await PlanAsync(10, 3);
        await _fixture.CaptureAsync("1.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 12));

        ShardState<DatasetProfile> state = await ProfileAsync(plan, settings);

        Assert.Equal((20, 1), (state.Reading.Rows, state.Reading.Unreadable));
        UnreadableSample sample = Assert.Single(state.Reading.Samples);
        Assert.Equal("1.jsonl", sample.File);
        Assert.StartsWith("the object has been replaced since the run was planned", sample.Reason, StringComparison.Ordinal);
        RunPlan next = await RunPlanner.PlanAsync(settings, new DatasetProfiler(), "", default);
        Assert.NotEqual(plan.InputFingerprint, next.InputFingerprint);
        Assert.Equal(32, (await ProfileAsync(next, settings)).Reading.Rows);
    }

    [Fact]
    public async Task ProfileAsync_Shard_TellsItsWorkAndItsLastEvent()
    {
        await _fixture.CaptureAsync("a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 30));
        RunSettings settings = _fixture.Settings(RunFixture.Hour(RunFixture.Ten)) with { KeepStates = true, Time = _fixture.Time };
        RunPlan plan = await RunPlanner.PlanAsync(settings, new DatasetProfiler(), "", default);

        ShardState<DatasetProfile> state = await ProfileAsync(
            plan, settings, _ => _fixture.Time.Advance(TimeSpan.FromMilliseconds(250)));
        ShardState<DatasetProfile> stored = await ProfileAsync(plan, settings);

        Assert.True(state.WorkMilliseconds >= 250);
        Assert.Equal((state.WorkMilliseconds, state.ProfiledAt), (stored.WorkMilliseconds, stored.ProfiledAt));
        Assert.Equal(RunFixture.Ten.AddSeconds(29), stored.Reading.LastEvent);
    }

    [Fact]
    public async Task PlanAsync_ManySmallObjectsWithLongNames_MakesShardsThatAStateMachineCanPassOn()
    {
        string name = new('ü', 400);
        for (int i = 0; i < 1000; i++)
        {
            await _fixture.CaptureAsync($"{i:d4}{name}", "x");
        }

        RunSettings settings = _fixture.Settings() with { KeepStates = true };
        RunPlan plan = await RunPlanner.PlanAsync(settings, new DatasetProfiler(), "", default);

        Assert.All(plan.Shards, shard => Assert.InRange(
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new ShardTask("k", shard), ShardJsonContext.Default.ShardTask).Length, 1, 200 << 10));
        Assert.Equal(1000, plan.Shards.Sum(shard => shard.Segments.Count));
    }

    private async Task<(RunPlan Plan, RunSettings Settings)> PlanAsync(int rows, int files)
    {
        for (int file = 0; file < files; file++)
        {
            await _fixture.CaptureAsync($"{file}.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, rows));
        }

        RunSettings settings = _fixture.Settings() with { KeepStates = true, Time = _fixture.Time };
        return (await RunPlanner.PlanAsync(settings, new DatasetProfiler(), "", default), settings);
    }

    private static Task<ShardState<DatasetProfile>> ProfileAsync(
        RunPlan plan, RunSettings settings, Action<long>? onBytes = null, CancellationToken cancellationToken = default) =>
        ShardProfiler.ProfileAsync(plan, Assert.Single(plan.Shards), new DatasetProfiler(), settings, onBytes, cancellationToken);
}
