using System.Globalization;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Runs;

/// <summary>A monitor of an endpoint whose captures lie by the hour, run step by step as functions do it.</summary>
internal sealed class MonitorFixture
{
    private readonly RunFixture _model = new();

    public MonitorFixture()
    {
        Captures = new CountingObjectStore(_model.Captures);
        Artifacts = new CountingObjectStore(_model.Artifacts);
    }

    public static MonitorDefinition Hourly { get; } = new() { Name = "churn", Endpoint = "churn-xgboost" };

    public static MonitorDefinition Daily { get; } = Hourly with { Name = "churn-daily", Schedule = Schedule.Daily };

    public ManualTimeProvider Time => _model.Time;

    public CountingObjectStore Captures { get; }

    public CountingObjectStore Artifacts { get; }

    /// <summary>Captures rows of an hour, one a second from its beginning.</summary>
    public Task CaptureAsync(DateTimeOffset hour, int count, string minute = "30") => _model.CaptureAsync(
        ObjectKeys.CaptureHour("capture/", "churn-xgboost", "AllTraffic", hour) + $"{minute}-00-000-a.jsonl",
        RunFixture.OrdinaryLines(hour, count));

    public async Task<DataQualityKind> KindAsync(MonitorDefinition? monitor = null) =>
        DataQualityFactory.Of(monitor ?? Hourly, await _model.BaselineAsync());

    public RunSettings Settings(TimeWindow window, MonitorDefinition? monitor = null) =>
        MonitorSettings.Of(monitor ?? Hourly, window, Captures, Artifacts) with { Time = Time };

    /// <summary>Plans what is due when the schedule fires.</summary>
    public async Task<IReadOnlyList<PlannedWindow>> PlanAsync(DateTimeOffset firedAt, MonitorDefinition? monitor = null)
    {
        monitor ??= Hourly;
        Time.Advance(firedAt + monitor.SettleDelay - Time.GetUtcNow());
        WindowKind<DatasetProfile> kind = new(await KindAsync(monitor), []);
        MonitorPlanner<DatasetProfile> planner = new(monitor, (_, _, _) => Task.FromResult(kind), Captures, Artifacts, Time);
        RunRequest request = new() { Monitor = monitor.Name, Time = firedAt };
        return await planner.PlanAsync(RequestedWindow.Of(request, monitor, Time.GetUtcNow()), default);
    }

    /// <summary>Profiles every shard of a planned window, last first, and evaluates.</summary>
    public async Task<RunRecord> RunAsync(PlannedWindow planned, MonitorDefinition? monitor = null)
    {
        RunSettings settings = Settings(planned.Plan.Window!, monitor);
        foreach (Shard shard in planned.Plan.Shards.Reverse())
        {
            await ShardProfiler.ProfileAsync(planned.Plan, shard, new DatasetProfiler(), settings, null, default);
        }

        RunPlan plan = (await PlanFiles.FindAsync(Artifacts, planned.PlanKey, default))!;
        DataQualityKind kind = await KindAsync(monitor);
        RunEvaluation evaluation = await StoredRun.EvaluateAsync<DatasetProfile>(
            plan, (_, _) => Task.FromResult<IMonitorKind<DatasetProfile>>(kind), settings, Time.GetUtcNow(), 1024, default);
        return evaluation.Record;
    }

    /// <summary>Plans and runs what is due when the schedule fires.</summary>
    public async Task<IReadOnlyList<RunRecord>> FireAsync(DateTimeOffset firedAt, MonitorDefinition? monitor = null)
    {
        List<RunRecord> records = [];
        foreach (PlannedWindow planned in await PlanAsync(firedAt, monitor))
        {
            if (planned.Status != PlanStatus.AlreadyDone)
            {
                records.Add(await RunAsync(planned, monitor));
            }
        }

        return records;
    }

    public async Task<Dictionary<string, string>> ReportAsync(RunSettings settings)
    {
        Dictionary<string, string> report = new(StringComparer.Ordinal);
        foreach (string name in ObjectKeys.ReportDocuments)
        {
            if (await Artifacts.TryReadAllAsync(settings.ReportPrefix + name) is { } content)
            {
                report.Add(name, System.Text.Encoding.UTF8.GetString(content));
            }
        }

        return report;
    }

    public static string Describe(TimeWindow? window) => window!.Start.ToString("dd HH", CultureInfo.InvariantCulture);
}
