using System.Globalization;
using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Statistics;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Runs.Reports;

/// <summary>The promise that runs of one window, in whatever order their requests reach the store, leave one result.</summary>
public sealed class ConcurrentRunsProperties
{
    private const int Interleavings = 150;
    private const string ReportPrefix = "reports/";

    private static readonly TimeWindow Window = RunFixture.Hour(RunFixture.Ten);
    private static readonly DateTimeOffset FirstPlan = RunFixture.Ten.AddHours(1);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task EvaluateAsync_AnyInterleaving_LeavesTheWholeReportOfTheRunPlannedLast(int runs)
    {
        for (int seed = 0; seed < Interleavings; seed++)
        {
            await RunAsync(seed, runs);
        }
    }

    [Fact]
    public async Task EvaluateAsync_SamePlanTwice_LeavesOneRecord()
    {
        for (int seed = 0; seed < Interleavings; seed++)
        {
            ManualTimeProvider time = new(FirstPlan.AddHours(1));
            MemoryObjectStore store = new(time);
            Turns turns = new(seed);
            RunPlan plan = await PlanAsync(store, time, "a");
            RunEvaluation[] results = new RunEvaluation[2];
            await turns.DriveAsync([.. Enumerable.Range(0, 2).Select(run => (Func<Task>)(async () => results[run] =
                await UntilDoneAsync(plan, new SteppedStore(store, turns, run), time, FirstPlan.AddSeconds(run), seed)))]);

            ReportFolder folder = await ReportFolder.LookAsync(store, ReportPrefix, default);
            Assert.True(await folder.IsWholeAsync(default), $"seed {seed}");
            Assert.Equal(folder.Record!.StartedAt, results[0].Record.StartedAt);
            Assert.Equal(folder.Record.StartedAt, results[1].Record.StartedAt);
            Assert.All(results, result => Assert.True(result.IsOfPlan));
        }
    }

    private static async Task RunAsync(int seed, int runs)
    {
        ManualTimeProvider time = new(FirstPlan.AddHours(1));
        MemoryObjectStore store = new(time);
        RunPlan[] plans = await Task.WhenAll(Enumerable.Range(0, runs + 1).Select(run => PlanAsync(store, time, $"{run}")));
        await UntilDoneAsync(plans[0], store, time, FirstPlan, seed); // A report of before.
        Turns turns = new(seed);
        await turns.DriveAsync([.. Enumerable.Range(0, runs).Select(run => (Func<Task>)(() =>
            UntilDoneAsync(plans[run + 1], new SteppedStore(store, turns, run), time, FirstPlan.AddSeconds(run + 1), seed)))]);

        ReportFolder folder = await ReportFolder.LookAsync(store, ReportPrefix, default);
        Assert.True(await folder.IsWholeAsync(default), $"seed {seed}: torn");
        Assert.True(folder.Record!.Fingerprint == $"{runs}", $"seed {seed}: run {folder.Record.Fingerprint} won");
        foreach (RunDocument document in DocumentsOf($"{runs}", seed))
        {
            byte[]? content = await store.TryReadAllAsync(ReportPrefix + document.Name);
            Assert.True(
                content is null ? document.OnlyIfPresent : content.AsSpan().SequenceEqual(document.Content.Span),
                $"seed {seed}: {document.Name} is of another run");
        }
    }

    /// <summary>What the state machine does: tries again after a conflict, and after a function was killed.</summary>
    private static async Task<RunEvaluation> UntilDoneAsync(
        RunPlan plan, IObjectStore store, TimeProvider time, DateTimeOffset startedAt, int seed)
    {
        while (true)
        {
            try
            {
                return await StoredRun.EvaluateAsync<DatasetProfile>(
                    plan,
                    (other, _) => Task.FromResult<IMonitorKind<DatasetProfile>>(new DrawnKind(DocumentsOf(other.Fingerprint, seed))),
                    Settings(store, time),
                    startedAt,
                    megabytes: 1024,
                    default);
            }
            catch (Exception exception) when (exception is RunConflictException or SteppedStore.KilledException)
            {
                // Again.
            }
        }
    }

    private static async Task<RunPlan> PlanAsync(MemoryObjectStore store, TimeProvider time, string fingerprint)
    {
        RunPlan plan = new()
        {
            Monitor = "m",
            Kind = "drawn",
            Window = Window,
            Format = InputFormat.Capture,
            Layouts = [new RowLayout([], null)],
            InputFingerprint = fingerprint,
            OptionsFingerprint = "",
            Fingerprint = fingerprint,
            ShardCount = 1,
            Shards = [new Shard("states/one.state", [])],
        };
        ShardState<DatasetProfile> state = new(new DatasetProfile(new ColumnSet()), new ReadingReport());
        state.Reading.AddRows(1);
        await store.PutAsync("states/one.state", StateFile.ToBytes(state));
        await PlanFiles.WriteAsync(plan, Settings(store, time), default);
        return plan;
    }

    private static RunSettings Settings(IObjectStore store, TimeProvider time) => new()
    {
        Monitor = "m",
        Input = store,
        Artifacts = store,
        ReportPrefix = ReportPrefix,
        WorkPrefix = "runs/",
        Window = Window,
        KeepStates = true,
        Time = time,
    };

    /// <summary>Documents of few different contents, so that runs often write the same as one before them, and some write no violations.</summary>
    private static IReadOnlyList<RunDocument> DocumentsOf(string fingerprint, int seed)
    {
        Random random = new(seed * 31 + fingerprint[0]);
        return
        [
            .. ObjectKeys.ReportDocuments.Select(name => new RunDocument(
                name,
                Encoding.UTF8.GetBytes(random.Next(2).ToString(CultureInfo.InvariantCulture)),
                OnlyIfPresent: name == ObjectKeys.ConstraintViolations && random.Next(2) == 0)),
        ];
    }

    private sealed class DrawnKind(IReadOnlyList<RunDocument> documents) : IMonitorKind<DatasetProfile>
    {
        public string Name => "drawn";

        public IReadOnlyList<string>? BaselineColumns => null;

        public string OptionsFingerprint => "";

        public string? BaselineVersion => null;

        public DatasetProfile CreateState(ColumnSet columns) => new(columns);

        public IRowSink GetSink(DatasetProfile state) => state;

        public RunFindings Evaluate(DatasetProfile state) => new(documents, Violations: 0, Features: []);
    }
}
