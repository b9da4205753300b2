using System.Globalization;
using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.GroundTruth;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.GroundTruth;

/// <summary>A monitor of an endpoint whose labels arrive when a test says, run as functions do it.</summary>
internal sealed class GroundTruthFixture
{
    public static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly LabelPairsKind _kind;

    public GroundTruthFixture(bool keepsUnlabelled = false, string? script = null)
    {
        _kind = new LabelPairsKind(keepsUnlabelled, script);
        Captures = new ExpiringObjectStore(new MemoryObjectStore(Time));
        Artifacts = new MemoryObjectStore(Time);
        StoredLabels = new ExpiringObjectStore(new MemoryObjectStore(Time));
        Labels = new CountingObjectStore(StoredLabels);
        GroundTruth = new GroundTruthSource { Store = Labels, Prefix = "truth/" };
    }

    public static MonitorDefinition Monitor { get; } = new() { Name = "churn-model-quality", Endpoint = "churn-xgboost" };

    public ManualTimeProvider Time { get; } = new(Ten.AddHours(1).AddMinutes(10));

    public ExpiringObjectStore Captures { get; }

    public MemoryObjectStore Artifacts { get; }

    public ExpiringObjectStore StoredLabels { get; }

    public CountingObjectStore Labels { get; }

    public GroundTruthSource GroundTruth { get; set; }

    public ScheduleHistory History { get; set; } = ScheduleHistory.None;

    public Schedule Schedule { get; set; } = Monitor.Schedule;

    public long ShardBytes { get; set; } = RunSettings.DefaultShardBytes;

    public static TimeWindow Hour(DateTimeOffset start) => new(start, start.AddHours(1));

    /// <summary>Captures predictions of an hour, one a second, whose ids are the hour and a number.</summary>
    public Task CaptureAsync(DateTimeOffset hour, int count) => Captures.PutAsync(
        ObjectKeys.CaptureHour("capture/", Monitor.Endpoint, "AllTraffic", hour) + "30-00-000-a.jsonl",
        Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, count).Select(i => GroundTruthLines.Prediction(
            hour.AddMilliseconds(i * 3_600_000.0 / count), string.Create(CultureInfo.InvariantCulture, $"0.{i % 10}"), "e", Id(hour, i))))));

    /// <summary>Files labels of some predictions of an hour, in the hour that it is now.</summary>
    public Task LabelAsync(DateTimeOffset hour, int first, int count, string name = "a", string label = "1") => LabelAsync(
        name, Enumerable.Range(first, count).Select(i => GroundTruthLines.Label(Id(hour, i), label)));

    public Task LabelAsync(string name, IEnumerable<string> lines) => Labels.PutAsync(
        string.Create(CultureInfo.InvariantCulture, $"truth/{Time.GetUtcNow().UtcDateTime:yyyy/MM/dd/HH}/{name}.jsonl"),
        Encoding.UTF8.GetBytes(string.Join('\n', lines)),
        default,
        default);

    public static string Id(DateTimeOffset hour, int i) => string.Create(CultureInfo.InvariantCulture, $"{hour.UtcDateTime:dd-HH}/{i}");

    public RunSettings Settings(TimeWindow window) => MonitorSettings.Of(Monitor, window, Captures, Artifacts) with
    {
        Time = Time, GroundTruth = GroundTruth, ShardBytes = ShardBytes,
    };

    /// <summary>Runs one window in one process.</summary>
    public Task<RunRecord> RunAsync(TimeWindow window) => MonitoringRun.ExecuteAsync(Settings(window), _kind, Time);

    public Task<string> ReportAsync(TimeWindow window) => TextAsync(Settings(window).ReportPrefix + ObjectKeys.Statistics);

    /// <summary>Plans what is due when the schedule fires.</summary>
    public async Task<IReadOnlyList<PlannedWindow>> PlanAsync(DateTimeOffset firedAt)
    {
        Time.Advance(firedAt + Monitor.SettleDelay - Time.GetUtcNow());
        WindowKind<LabelPairs> chosen = new(_kind, []);
        MonitorDefinition monitor = Monitor with { Schedule = Schedule };
        MonitorPlanner<LabelPairs> planner = new(monitor, (_, _, _) => Task.FromResult(chosen), Captures, Artifacts, Time)
        {
            GroundTruth = GroundTruth,
            History = History,
        };
        return await planner.PlanAsync(
            RequestedWindow.Of(new RunRequest { Monitor = Monitor.Name, Time = firedAt }, monitor, Time.GetUtcNow()), default);
    }

    /// <summary>Plans what is due, and runs it shard by shard, last first.</summary>
    public async Task<IReadOnlyList<RunRecord>> FireAsync(DateTimeOffset firedAt)
    {
        List<RunRecord> records = [];
        foreach (PlannedWindow planned in await PlanAsync(firedAt))
        {
            if (planned.Status == PlanStatus.AlreadyDone)
            {
                continue;
            }

            RunSettings settings = Settings(planned.Plan.Window!);
            RunPlan header = await PlanFiles.ReadHeaderAsync(Artifacts, planned.PlanKey, default);
            foreach (Shard shard in planned.Plan.Shards.Reverse())
            {
                await ShardProfiler.ProfileAsync(header, shard, _kind, settings, null, default);
            }

            RunPlan plan = (await PlanFiles.FindAsync(Artifacts, planned.PlanKey, default))!;
            records.Add((await StoredRun.EvaluateAsync<LabelPairs>(
                plan, (_, _) => Task.FromResult<IMonitorKind<LabelPairs>>(_kind), settings, Time.GetUtcNow(), 1024, default)).Record);
        }

        return records;
    }

    private async Task<string> TextAsync(string key) => Encoding.UTF8.GetString(await Artifacts.ReadAllAsync(key));
}
