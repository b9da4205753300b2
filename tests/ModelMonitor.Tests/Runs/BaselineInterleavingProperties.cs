using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Profiling;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Runs.Reports;

namespace ModelMonitor.Tests.Runs;

/// <summary>The promise that a run sees exactly one version of the baseline, whatever becomes of the versions while it is under way.</summary>
public sealed class BaselineInterleavingProperties
{
    private const int Interleavings = 60;

    private static readonly MonitorDefinition Monitor = MonitorFixture.Hourly;
    private static readonly DateTimeOffset Eleven = RunFixture.Ten.AddHours(1);

    [Fact]
    public async Task Run_DatasetsPromotionsAndRollbacksMeanwhile_SeesTheVersionThatItsRecordNames()
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        for (int seed = 0; seed < Interleavings; seed++)
        {
            used.Add(await RunAsync(seed));
        }

        // Otherwise nothing of this was ever in each other's way.
        Assert.True(used.Count > 1, string.Join(", ", used));
    }

    private static async Task<string> RunAsync(int seed)
    {
        RunFixture model = new();
        ManualTimeProvider time = model.Time;
        MemoryObjectStore store = model.Artifacts;
        await PublishAsync(store, "v1", "score");
        await PublishAsync(store, "v2", "score", "age");
        await new BaselinePromoter(store, new ManualTimeProvider(RunFixture.Ten)).PromoteAsync("churn", "v1", "alice", null);
        await new BaselinePromoter(store, new ManualTimeProvider(RunFixture.Ten.AddMinutes(1))).PromoteAsync("churn", "v2", "alice", null);
        await store.PutAsync("datasets/churn/new.csv", Encoding.UTF8.GetBytes(Csv("score,age,plan,new")));
        await model.CaptureAsync("capture/churn-xgboost/AllTraffic/2026/11/22/10/30-00-000-a.jsonl", RunFixture.OrdinaryLines(RunFixture.Ten, 20));
        RunRecord? record = null;
        using Turns turns = new(seed);

        // A clock within the window, so that what happens meanwhile is in force at its end.
        ManualTimeProvider then = new(RunFixture.Ten.AddMinutes(50));
        await turns.DriveAsync(
        [
            async () => record = await UntilDoneAsync(() => RunAsync(model.Captures, new SteppedStore(store, turns, 0), time)),
            () => UntilDoneAsync(() => BuildAsync(new SteppedStore(store, turns, 1), then)),
            () => UntilDoneAsync(() => RollBackAsync(new SteppedStore(store, turns, 2), then)),
            () => UntilDoneAsync(() => PromoteAsync(new SteppedStore(store, turns, 3), then)),
        ]);

        Baseline named = (await BaselineVersions.FindAsync(store, "churn", record!.BaselineVersion!))!;
        Assert.True(
            named.Constraints.Features.Select(feature => feature.Name).SequenceEqual(record.Features.Select(feature => feature.Name)),
            $"seed {seed}: the record names {record.BaselineVersion}");
        RunPlan plan = (await PlanFiles.FindAsync(
            store, ObjectKeys.PlanFolder(ObjectKeys.RunFolder("churn", RunFixture.Ten), record.Fingerprint) + ObjectKeys.Plan, default))!;
        Assert.Equal(plan.BaselineVersion, record.BaselineVersion);

        // And a run again uses that version, whatever is current by now.
        RunRecord again = await RunAsync(model.Captures, store, time);
        Assert.Equal(record.Fingerprint, again.Fingerprint);
        return record.BaselineVersion!;
    }

    /// <summary>The steps of the state machine, each on its own.</summary>
    private static async Task<RunRecord> RunAsync(IObjectStore captures, IObjectStore store, TimeProvider time)
    {
        WindowBaselines<Baseline> baselines = await WindowBaselines.ReadAsync(new DataQualityFactory(), store, Monitor);
        MonitorPlanner<DatasetProfile> planner = new(
            Monitor, (window, before, stop) => WindowKinds.ChooseAsync(new DataQualityFactory(), Monitor, baselines, window, before, stop), captures, store, time);
        RunRequest request = new() { Monitor = "churn", Time = Eleven };
        PlannedWindow planned = (await planner.PlanAsync(RequestedWindow.Of(request, Monitor, time.GetUtcNow()), default))[^1];
        RunSettings settings = MonitorSettings.Of(Monitor, planned.Plan.Window!, captures, store) with { Time = time };
        foreach (Shard shard in planned.Plan.Shards)
        {
            await ShardProfiler.ProfileAsync(planned.Plan, shard, new DatasetProfiler(), settings, null, default);
        }

        RunPlan plan = (await PlanFiles.FindAsync(store, planned.PlanKey, default))!;
        RunEvaluation evaluation = await StoredRun.EvaluateAsync<DatasetProfile>(
            plan,
            async (other, stop) => await WindowKinds.FindAsync(new DataQualityFactory(), other, Monitor, store, stop),
            settings, time.GetUtcNow(), megabytes: 1024, default);
        return evaluation.Record;
    }

    private static async Task<object?> BuildAsync(IObjectStore store, TimeProvider time)
    {
        Assert.True(DatasetLocation.TryParse("datasets/churn/new.csv", out DatasetLocation? location, out _));
        return await new BaselineVersionBuilder(store, time, "a test").BuildAsync(location, new DatasetSection());
    }

    private static async Task<object?> RollBackAsync(IObjectStore store, TimeProvider time)
    {
        try
        {
            return await new BaselinePromoter(store, time).RollBackAsync("churn", "alice", null);
        }
        catch (IOException)
        {
            return null; // Another one was faster.
        }
        catch (ConfigurationException)
        {
            return null; // Killed after it went back, and tried again: nothing is before.
        }
    }

    private static async Task<object?> PromoteAsync(IObjectStore store, TimeProvider time) =>
        await new BaselinePromoter(store, time).PromoteAsync("churn", "v2", "bob", null);

    private static async Task<T> UntilDoneAsync<T>(Func<Task<T>> work)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (exception is RunConflictException or SteppedStore.KilledException)
            {
                // Again, as the state machine and Lambda do it.
            }
        }
    }

    private static async Task PublishAsync(MemoryObjectStore store, string version, params string[] features)
    {
        IEnumerable<string> written = features.Select(feature => $$"""{"name":"{{feature}}","inferred_type":"Fractional"}""");
        await store.PutAsync(
            $"baselines/churn/{version}/constraints.json",
            Encoding.UTF8.GetBytes($$"""{"version":0.0,"features":[{{string.Join(',', written)}}]}"""));
    }

    private static string Csv(string header) =>
        header + "\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{RunFixture.Score(i)},{RunFixture.Features(i)},1\n"));
}
