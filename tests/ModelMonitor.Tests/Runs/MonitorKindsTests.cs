using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Tests.Runs;

public sealed class MonitorKindsTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly MonitorFixture _fixture = new();

    [Fact]
    public void All_Kinds_HaveNamesOfTheContractsInTheirOrder() =>
        Assert.Equal(MonitorKindNames.All.Where(name => MonitorKinds.All.Any(kind => kind.Name == name)), MonitorKinds.All.Select(kind => kind.Name));

    [Fact]
    public void Of_AMonitorOfAKindThatNobodyRuns_SaysWhichThereAre()
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => MonitorKinds.Of(MonitorFixture.Hourly with { Kind = "tea-leaves" }));

        Assert.Contains("no monitor of the kind tea-leaves here; known are data-quality", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runner_PlansProfilesAndEvaluates_AsItsStepsDo()
    {
        MonitorDefinition monitor = MonitorFixture.Hourly;
        IKindRunner runner = MonitorKinds.Of(monitor);
        await PutBaselineAsync();
        await _fixture.CaptureAsync(Ten, 50);
        _fixture.Time.Advance(Ten.AddHours(1) + monitor.SettleDelay - _fixture.Time.GetUtcNow());
        RunRequest request = new() { Monitor = monitor.Name, Window = "2026-11-22T10:00Z/PT1H" };

        IWindowPlanner planner = await runner.OpenPlannerAsync(monitor, _fixture.Artifacts, null, default);
        PlannedWindow window = Assert.Single(await planner.PlanAsync(
            monitor, RequestedWindow.Of(request, monitor, _fixture.Time.GetUtcNow()), _fixture.Captures, labels: null, ScheduleHistory.None, _fixture.Time, default));
        RunPlan plan = (await PlanFiles.FindAsync(_fixture.Artifacts, window.PlanKey, default))!;
        RunSettings settings = _fixture.Settings(plan.Window!);
        ProfiledShard shard = await runner.ProfileAsync(plan, Assert.Single(plan.Shards), monitor, settings, default);
        RunEvaluation evaluation = await runner.EvaluateAsync(plan, monitor, settings, _fixture.Time.GetUtcNow(), 1024, default);

        Assert.Equal(50, shard.Reading.Rows);
        Assert.Equal((50, MonitorKindNames.DataQuality), (evaluation.Record.Rows, evaluation.Record.Kind));
        Assert.Contains(ObjectKeys.Statistics, (await _fixture.ReportAsync(settings)).Keys);
    }

    [Fact]
    public async Task Runner_OfAMonitorWithoutABaseline_SaysWhatToPutWhere()
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => MonitorKinds.All[0].OpenPlannerAsync(MonitorFixture.Hourly, _fixture.Artifacts, null, default));

        Assert.Contains("put its training set under datasets/churn/", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_WithAnAnalysis_AreListedAndPromotedLikeOthers()
    {
        MemoryObjectStore store = new(_fixture.Time);
        await store.PutAsync(ObjectKeys.BaselineFolder("churn-bias", "v1") + ObjectKeys.Analysis, "{}"u8.ToArray());

        Assert.Equal("v1", Assert.Single(await BaselineCatalog.ListAsync(store, "churn-bias")).Version);
        Assert.True((await new BaselinePromoter(store, _fixture.Time).PromoteAsync("churn-bias", "v1", "a test", null)).Changed);
        Assert.Equal(
            "{}",
            Encoding.UTF8.GetString((await BaselineVersions.FindDocumentsAsync(store, "churn-bias", "v1", BaselineFormat.Analysis))!.Required));
    }

    [Fact]
    public void Version_OfADataset_DependsOnTheOptionsOfItsBaseline()
    {
        StoredObject[] dataset = [new("datasets/m/a.csv", 1, "e", Ten)];

        Assert.Equal(BaselineVersion.Of(dataset), BaselineVersion.Of(dataset, options: null));
        Assert.NotEqual(BaselineVersion.Of(dataset), BaselineVersion.Of(dataset, "positive label 1"));
    }

    private async Task PutBaselineAsync()
    {
        Baseline baseline = await new RunFixture().BaselineAsync();
        string folder = ObjectKeys.BaselinesOf(MonitorFixture.Hourly.Name);
        await _fixture.Artifacts.PutAsync(folder + ObjectKeys.Statistics, baseline.Statistics!.ToUtf8(), default, default);
        await _fixture.Artifacts.PutAsync(folder + ObjectKeys.Constraints, baseline.Constraints.ToUtf8(), default, default);
    }
}
