using System.Text;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;
using ModelMonitor.Tests.Runs;

namespace ModelMonitor.Tests.Baselines;

public sealed class WindowBaselinesTests
{
    private static readonly DateTimeOffset Ten = RunFixture.Ten;

    private readonly ManualTimeProvider _time = new(Ten);
    private readonly MemoryObjectStore _store;

    public WindowBaselinesTests() => _store = new MemoryObjectStore(_time);

    [Fact]
    public async Task ChooseAsync_WindowNeverJudged_HasTheVersionOfItsEnd()
    {
        await PromoteAtAsync(Ten.AddMinutes(30), "a");
        await PromoteAtAsync(Ten.AddHours(2).AddMinutes(5), "b");
        await PromoteAtAsync(Ten.AddHours(9), "c");

        string versions = string.Join(" ", (await ChooseAsync(-3, 0, 1, 2, 3, 8, 9)).Select(chosen => chosen.Baseline.Version));

        Assert.Equal("a a a b b c c", versions);
    }

    [Fact]
    public async Task ChooseAsync_PromotedAtTheEndOfAWindow_IsTheVersionOfThatWindow()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddHours(1), "b");

        Assert.Equal("b", (await ChooseAsync(0))[0].Baseline.Version);
    }

    [Fact]
    public async Task ChooseAsync_FirstWindowOfANewVersion_SaysSoOnce()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddMinutes(90), "b", "retrained");

        IReadOnlyList<WindowBaseline<Baseline>> chosen = await ChooseAsync(0, 1, 2);

        Assert.Equal(
            "Version b of the baseline is used for the first time, since 2026-11-22 11:30 (alice: retrained); before it, version a.",
            Assert.Single(chosen[1].Notes));
        Assert.Empty(chosen[2].Notes);
        Assert.Contains("which was current when this window ended; version b is current since 2026-11-22 11:30", Assert.Single(chosen[0].Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseAsync_WindowThatWasJudged_KeepsItsVersion()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddMinutes(1), "b");

        WindowBaseline<Baseline> chosen = await ChooseAsync(Record(0, "a"));

        Assert.Equal("a", chosen.Baseline.Version);
        Assert.Equal("Version a of the baseline is used, which this window was judged with before; version b is current now.", Assert.Single(chosen.Notes));
    }

    [Fact]
    public async Task ChooseAsync_WindowThatWasJudgedWithoutAVersion_KeepsThoseFiles()
    {
        await _store.PutAsync("baselines/churn/constraints.json", Constraints("old"));
        await PromoteAtAsync(Ten, "a");

        WindowBaseline<Baseline> chosen = await ChooseAsync(Record(0, null));

        Assert.Equal((null, "old"), (chosen.Baseline.Version, chosen.Baseline.Constraints.Features[0].Name));
    }

    [Fact]
    public async Task ChooseAsync_VersionOfThenIsGone_SaysSoAndGoesOn()
    {
        await PromoteAtAsync(Ten, "a");

        WindowBaseline<Baseline> chosen = await ChooseAsync(Record(0, "vanished"));

        Assert.Equal("a", chosen.Baseline.Version);
        Assert.Equal("Version vanished of the baseline, which this window was judged with before, is gone.", Assert.Single(chosen.Notes));
    }

    [Fact]
    public async Task ChooseAsync_FailedRunBefore_IsNoJudgement()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddMinutes(1), "b");

        Assert.Equal("b", (await ChooseAsync(Record(0, "a") with { Outcome = RunOutcome.Failed })).Baseline.Version);
        Assert.Equal("b", (await ChooseAsync(Record(0, null) with { Outcome = RunOutcome.NoData })).Baseline.Version);
    }

    [Fact]
    public async Task ChooseAsync_AskedFor_IsUsedWhateverWasThen()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddMinutes(1), "b");

        Assert.Equal("a", (await ChooseAsync(Record(0, "b"), "a")).Baseline.Version);
        Assert.Equal("b", (await ChooseAsync(Record(0, "a"), "current")).Baseline.Version);
        foreach (string wrong in (string[])["gone", "../churn-2/a", ""])
        {
            ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => ChooseAsync(Record(0, "a"), wrong));
            Assert.StartsWith("event: $.baseline: there is no such version", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ChooseAsync_NewerVersionPublished_TellsThatItWaits()
    {
        await PromoteAtAsync(Ten, "a");
        await _store.PutAsync("baselines/churn/20261122T095959Z-00000000/baseline.json", "{}"u8.ToArray());
        Assert.Empty((await ChooseAsync(0))[0].Notes);
        await _store.PutAsync("baselines/churn/20261122T100001Z-00000000/constraints.json", "{}"u8.ToArray());
        Assert.Empty((await ChooseAsync(0))[0].Notes);
        await _store.PutAsync("baselines/churn/20261122T100001Z-00000000/baseline.json", "{}"u8.ToArray());

        Assert.Equal(
            "A newer version of the baseline, 20261122T100001Z-00000000, waits to be promoted.",
            Assert.Single((await ChooseAsync(0))[0].Notes));
    }

    [Fact]
    public async Task ReadAsync_OnlyAVersionThatWaits_SaysHowToPromoteIt()
    {
        await _store.PutAsync("baselines/churn/20261122T100001Z-00000000/baseline.json", "{}"u8.ToArray());

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => WindowBaselines.ReadAsync(new DataQualityFactory(), _store, MonitorFixture.Hourly));

        Assert.Contains("20261122T100001Z-00000000 waits; promote it with `modelmonitor baseline promote`", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseAsync_PointerMovedSinceTheLook_IsNotSeen()
    {
        await PromoteAtAsync(Ten, "a");
        WindowBaselines<Baseline> baselines = await WindowBaselines.ReadAsync(new DataQualityFactory(), _store, MonitorFixture.Hourly);
        await PromoteAtAsync(Ten.AddMinutes(1), "b");

        Assert.Equal("a", (await baselines.ChooseAsync(RunFixture.Hour(Ten), null, default)).Baseline.Version);
    }

    [Fact]
    public async Task DataQualityOfAsync_MonitorNamesAColumnThatTheOldVersionLacks_UsesTheCurrentOne()
    {
        await PromoteAtAsync(Ten, "a");
        await PromoteAtAsync(Ten.AddMinutes(1), "b");
        MonitorDefinition monitor = MonitorFixture.Hourly with
        {
            DataQuality = new DataQualitySection(true, new Dictionary<string, FeatureSettings>(StringComparer.Ordinal) { ["b"] = new() }),
        };
        WindowBaselines<Baseline> baselines = await WindowBaselines.ReadAsync(new DataQualityFactory(), _store, monitor);

        WindowKind<ModelMonitor.Profiling.DatasetProfile> kind = await WindowKinds.ChooseAsync(
            new DataQualityFactory(), monitor, baselines, RunFixture.Hour(Ten), Record(0, "a"), default);

        Assert.Equal("b", kind.Kind.BaselineVersion);
        Assert.Equal("Version a of the baseline lacks a column that the monitor names now; the current one is used.", Assert.Single(kind.Notes));
    }

    private static byte[] Constraints(string feature) =>
        Encoding.UTF8.GetBytes($$"""{"version":0.0,"features":[{"name":"{{feature}}","inferred_type":"Integral"}]}""");

    private static RunRecord Record(int hours, string? version) => new()
    {
        Monitor = "churn",
        Kind = "data-quality",
        Window = RunFixture.Hour(Ten.AddHours(hours)),
        Outcome = RunOutcome.Completed,
        Message = "",
        Fingerprint = "",
        InputFingerprint = "",
        EngineVersion = "",
        BaselineVersion = version,
    };

    private async Task PromoteAtAsync(DateTimeOffset time, string version, string? reason = null)
    {
        _time.Advance(time - _time.GetUtcNow());
        await _store.PutAsync($"baselines/churn/{version}/constraints.json", Constraints(version));
        await new BaselinePromoter(_store, _time).PromoteAsync("churn", version, "alice", reason);
    }

    private async Task<IReadOnlyList<WindowBaseline<Baseline>>> ChooseAsync(params int[] hours)
    {
        WindowBaselines<Baseline> baselines = await WindowBaselines.ReadAsync(new DataQualityFactory(), _store, MonitorFixture.Hourly);
        List<WindowBaseline<Baseline>> chosen = [];
        foreach (int hour in hours)
        {
            chosen.Add(await baselines.ChooseAsync(RunFixture.Hour(Ten.AddHours(hour)), null, default));
        }

        return chosen;
    }

    private async Task<WindowBaseline<Baseline>> ChooseAsync(RunRecord record, string? asked = null) =>
        await (await WindowBaselines.ReadAsync(new DataQualityFactory(), _store, MonitorFixture.Hourly, asked)).ChooseAsync(record.Window!, record, default);
}
