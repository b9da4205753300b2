using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.GroundTruth;
using ModelMonitor.Profiling;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Stages;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.Stages;

public sealed class StageTrackerTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static readonly MonitorDefinition Monitor = MonitorFixture.Hourly with
    {
        Stages =
        [
            new MonitorStage(Schedule.Hourly) { SamplingPercentage = 100, RelaxAfter = TimeSpan.FromDays(2) },
            new MonitorStage(Schedule.Daily) { SamplingPercentage = 10, RelaxAfter = TimeSpan.FromDays(14) },
            new MonitorStage(Schedule.Parse("cron(0 0 ? * SUN *)")),
        ],
    };

    private readonly MonitorFixture _fixture = new();

    [Fact]
    public async Task AdvanceAsync_HourByHour_RelaxesWhereWindowsMeetAndLeavesNoGap()
    {
        List<TimeWindow> windows = [];
        for (DateTimeOffset time = Midnight.AddHours(-10); time <= Midnight.AddDays(30); time = time.AddHours(1))
        {
            StagedWindow staged = await AdvanceAsync(time);
            if (staged.Requested is { } requested)
            {
                windows.Add(requested.Window);
            }
        }

        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Equal(
            [(TimeSpan.FromHours(1), 59), (TimeSpan.FromDays(1), 19), (TimeSpan.FromDays(7), 1)],
            windows.CountBy(window => window.End - window.Start).Select(count => (count.Key, count.Value)));
    }

    [Fact]
    public async Task AdvanceAsync_AgainForAnEarlierFiring_IsInTheStageOfThen()
    {
        await AdvanceAsync(Midnight);
        await AdvanceAsync(Midnight.AddDays(2));
        await AdvanceAsync(Midnight.AddDays(2).AddHours(1));

        Assert.Equal(0, (await AdvanceAsync(Midnight.AddHours(5))).Stage);
        Assert.Equal(0, (await AdvanceAsync(Midnight.AddDays(2))).Stage);
        Assert.Equal(1, (await AdvanceAsync(Midnight.AddDays(2).AddHours(1))).Stage);
        Assert.Equal(10, (await new StageTracker(_fixture.Artifacts).FindAsync(Monitor, default))!.SamplingPercentage);
    }

    [Fact]
    public async Task AdvanceAsync_AnotherBaseline_BeginsWithTheFirstStage()
    {
        await AdvanceAsync(Midnight);
        await AdvanceAsync(Midnight.AddDays(2));
        Assert.Null((await AdvanceAsync(Midnight.AddDays(3).AddHours(5))).Requested);

        StagedWindow staged = await AdvanceAsync(Midnight.AddDays(3).AddHours(6), "v2");

        Assert.Equal((0, null), (staged.Stage, staged.History.Since));
        Assert.Equal(RunFixture.Hour(Midnight.AddDays(3).AddHours(5)), staged.Requested!.Window);
        Assert.Equal(100, (await new StageTracker(_fixture.Artifacts).FindAsync(Monitor, default))!.SamplingPercentage);
    }

    [Fact]
    public async Task AdvanceAsync_StagesBefore_AreNamedAlsoThoseOfAnotherBaseline()
    {
        await AdvanceAsync(Midnight);
        await AdvanceAsync(Midnight.AddDays(2));

        Assert.Equal(
            [("hourly", null, Midnight.AddDays(2))],
            Earlier(await AdvanceAsync(Midnight.AddDays(3))));
        Assert.Equal(
            [("hourly", null, Midnight.AddDays(2)), ("daily", Midnight.AddDays(2), Midnight.AddDays(4))],
            Earlier(await AdvanceAsync(Midnight.AddDays(4), "v2")));
        Assert.DoesNotContain(Earlier(await AdvanceAsync(Midnight.AddDays(90), "v3")), earlier => earlier.Schedule == "daily");

        static IEnumerable<(string Schedule, DateTimeOffset? Since, DateTimeOffset Until)> Earlier(StagedWindow staged) =>
            staged.History.Earlier.Select(earlier => (earlier.Schedule.Text, earlier.Since, earlier.Until));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{ "monitor": "churn", "baseline": "v1", "entries": [] }""")]
    [InlineData("""{ "monitor": "churn", "baseline": "v1", "entries": [{ "stage": 7, "since": "2026-01-01T00:00:00+00:00" }] }""")]
    public async Task AdvanceAsync_ProgressThatIsNone_BeginsAnew(string content)
    {
        await _fixture.Artifacts.PutAsync(ObjectKeys.StageProgress(Monitor.Name), System.Text.Encoding.UTF8.GetBytes(content), default, default);

        Assert.Equal(0, (await AdvanceAsync(Midnight)).Stage);
        Assert.Equal(100, (await new StageTracker(_fixture.Artifacts).FindAsync(Monitor, default))!.SamplingPercentage);
    }

    [Fact]
    public async Task PlanAsync_InTheStages_WaitsForCleanWindowsThenPlansDaysAndNoHourAgain()
    {
        MonitorDefinition monitor = Monitor with
        {
            Stages = [Monitor.Stages[0] with { RelaxAfter = TimeSpan.FromDays(1), CleanWindows = 3 }, Monitor.Stages[1] with { RelaxAfter = null }],
        };
        for (int hour = 0; hour < 24 * 5; hour++)
        {
            await _fixture.CaptureAsync(Midnight.AddHours(hour), 10);
        }

        List<string> runs = [];
        for (DateTimeOffset time = Midnight.AddHours(1); time <= Midnight.AddDays(5); time = time.AddHours(1))
        {
            // From the end of the first day on, one hour is not judged: nothing is relaxed on that evidence.
            foreach (PlannedWindow planned in await PlanAsync(monitor, time))
            {
                if (time == Midnight.AddDays(2).AddHours(-1))
                {
                    continue;
                }

                RunRecord record = await _fixture.RunAsync(planned, monitor);
                runs.Add($"{MonitorFixture.Describe(record.Window)} {record.Window!.End - record.Window.Start}");
            }
        }

        // Two days of hours (that one was made up for by the run after it), a third for the clean windows; then days.
        Assert.Equal(72, runs.Count(run => run.EndsWith("01:00:00", StringComparison.Ordinal)));
        Assert.Equal(["25 00 1.00:00:00", "26 00 1.00:00:00"], runs.Where(run => run.EndsWith("1.00:00:00", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, "clean clean waiting waiting")]
    [InlineData(true, "violations clean waiting clean")]
    [InlineData(false, "clean violations waiting clean")]
    [InlineData(false, "clean clean closed waiting")]
    [InlineData(false, "clean clean empty waiting")]
    [InlineData(false, "waiting clean waiting waiting")]
    public async Task AdvanceAsync_LabelsLag_CountsTheLastWindowsThatWereJudged(bool isRelaxed, string outcomes)
    {
        MonitorDefinition monitor = Monitor with
        {
            Stages = [Monitor.Stages[0] with { RelaxAfter = TimeSpan.FromHours(1), CleanWindows = 2 }, .. Monitor.Stages.Skip(1)],
        };
        DateTimeOffset start = Midnight.AddHours(-5);
        await AdvanceAsync(start, monitor: monitor);
        foreach ((int i, string outcome) in outcomes.Split(' ').Index())
        {
            TimeWindow window = RunFixture.Hour(start.AddHours(i));
            RunRecord record = new()
            {
                Monitor = monitor.Name, Kind = "model-quality", Window = window, Message = outcome, Fingerprint = "f", InputFingerprint = "i",
                EngineVersion = "1.0.0",
                Outcome = outcome switch
                {
                    "clean" => RunOutcome.Completed, "violations" => RunOutcome.CompletedWithViolations, _ => RunOutcome.NoData,
                },
                GroundTruth = outcome == "empty" ? null : new GroundTruthFinding(10, 0, 0)
                {
                    ClosesAt = outcome == "closed" ? Midnight : Midnight.AddDays(6),
                },
            };
            await _fixture.Artifacts.PutAsync(
                ObjectKeys.ReportFolder(monitor.Endpoint, monitor.Name, window.End) + ObjectKeys.Run,
                JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord),
                default,
                default);
        }

        await AdvanceAsync(Midnight, monitor: monitor);

        Assert.Equal(
            isRelaxed ? 10 : 100, (await new StageTracker(_fixture.Artifacts).FindAsync(monitor, default))!.SamplingPercentage);
    }

    private Task<StagedWindow> AdvanceAsync(DateTimeOffset firedAt, string baseline = "v1", MonitorDefinition? monitor = null) =>
        new StageTracker(_fixture.Artifacts).AdvanceAsync(
            monitor ?? Monitor, baseline, new RequestedWindow(RunFixture.Hour(firedAt.AddHours(-1)), IsExplicit: false), default);

    private async Task<IReadOnlyList<PlannedWindow>> PlanAsync(MonitorDefinition monitor, DateTimeOffset firedAt)
    {
        _fixture.Time.Advance(firedAt + monitor.SettleDelay - _fixture.Time.GetUtcNow());
        StagedWindow staged = await AdvanceAsync(firedAt, monitor: monitor);
        if (staged.Requested is null)
        {
            return [];
        }

        WindowKind<DatasetProfile> kind = new(await _fixture.KindAsync(monitor), []);
        MonitorPlanner<DatasetProfile> planner = new(
            staged.Monitor, (_, _, _) => Task.FromResult(kind), _fixture.Captures, _fixture.Artifacts, _fixture.Time)
        {
            History = staged.History,
        };
        return [.. (await planner.PlanAsync(staged.Requested, default)).Where(planned => planned.Status != PlanStatus.AlreadyDone)];
    }
}
