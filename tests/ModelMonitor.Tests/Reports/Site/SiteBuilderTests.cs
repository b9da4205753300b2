using ModelMonitor.Contracts;
using ModelMonitor.Reports;
using ModelMonitor.Runs;
using ModelMonitor.Runs.Reports;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Reports.Site;

/// <summary>What is built again, and what is left alone.</summary>
public sealed class SiteBuilderTests
{
    private static readonly IReadOnlyList<string> Features = ReportSamples.Names(3);
    private static readonly string Page = ObjectKeys.SiteRun(ReportSamples.Monitor, ReportSamples.FirstHour);

    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(ReportSamples.FirstHour));

    [Fact]
    public async Task BuildAsync_Again_ReadsNoDocumentOfRunsWhosePagesAreThere()
    {
        await StoreAsync(distance: 0.4);
        await new SiteBuilder(_store, _store).BuildAsync();
        string prefix = ObjectKeys.ReportFolder(ReportSamples.Endpoint, ReportSamples.Monitor, ReportSamples.FirstHour.AddHours(1));
        await _store.PutAsync(prefix + ObjectKeys.Statistics, "whoever reads this writes another page"u8.ToArray());
        List<StoredObject> before = await _store.ListAsync("").ToListAsync();
        CountingObjectStore counting = new(_store);

        Assert.Equal(new SiteContent(1, 1), await new SiteBuilder(counting, counting).BuildAsync());

        Assert.Equal(before, await _store.ListAsync("").ToListAsync());
        Assert.Equal(0, counting.Puts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BuildAsync_RunOrPageHasChanged_WritesThePageAnew(bool isRun)
    {
        await StoreAsync(distance: 0.4);
        await new SiteBuilder(_store, _store).BuildAsync();
        byte[] before = await _store.ReadAllAsync(Page);
        if (isRun)
        {
            await StoreAsync(distance: 0.7);
        }
        else
        {
            await _store.PutAsync(Page, "another engine's"u8.ToArray());
        }

        await new SiteBuilder(_store, _store).BuildAsync();

        byte[] after = await _store.ReadAllAsync(Page);
        Assert.Equal(!isRun, before.AsSpan().SequenceEqual(after));
        Assert.Contains(isRun ? "0.700" : "0.400", new ParsedPage(after).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildAsync_BaselineWasMissingAndCame_DrawsIt()
    {
        await StoreAsync(distance: 0.4, hasBaseline: false);
        await new SiteBuilder(_store, _store).BuildAsync();
        Assert.Contains("were not found", new ParsedPage(await _store.ReadAllAsync(Page)).ById("facts").Value, StringComparison.Ordinal);

        await StoreAsync(distance: 0.4);
        await new SiteBuilder(_store, _store).BuildAsync();

        Assert.DoesNotContain("were not found", new ParsedPage(await _store.ReadAllAsync(Page)).ById("facts").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kept/here/", "kept/here/statistics.json", true)]
    [InlineData("../elsewhere/", "elsewhere/statistics.json", false)]
    public async Task BuildAsync_BaselineWithoutAVersion_IsWhereTheRecordSaysIfThatIsAmongTheArtifacts(string prefix, string key, bool isFound)
    {
        using TemporaryFolder folder = new();
        FolderObjectStore store = new(folder.Root);
        await store.PutAsync(key, ReportSamples.Statistics(Features, 0.0).ToUtf8());
        await StoreAsync(store, ReportSamples.Record(0, Features) with { BaselineVersion = null, BaselinePrefix = prefix });

        await new SiteBuilder(store, store).BuildAsync();

        string facts = new ParsedPage(await store.ReadAllAsync(Page)).ById("facts").Value;
        Assert.Contains(isFound ? "Baselinekept/here/Endpoint" : "its statistics were not found", facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data-quality")]
    [InlineData("model-quality")]
    [InlineData("bias")]
    [InlineData("attribution")]
    [InlineData("of tomorrow")]
    public async Task BuildAsync_DocumentsOfAnotherShape_WritesThePagesWithoutThem(string kind)
    {
        RunRecord record = ReportSamples.Record(0, Features) with { Kind = kind, Documents = null };
        string prefix = ObjectKeys.ReportFolder(ReportSamples.Endpoint, record.Monitor, record.Window!.End);
        byte[] other = kind == "model-quality" ? ReportSamples.Statistics(Features, 0.0).ToUtf8() : KindSamples.Statistics(5, ["a", "b"]).ToUtf8();
        await ReportSamples.StoreAsync(_store, record, null);
        await _store.PutAsync(prefix + ObjectKeys.Statistics, other);
        await _store.PutAsync(prefix + ObjectKeys.ConstraintViolations, """{"violations":[{"unknown":1}]}"""u8.ToArray());

        Assert.Equal(new SiteContent(1, 1), await new SiteBuilder(_store, _store).BuildAsync());

        new ParsedPage(await _store.ReadAllAsync(Page)).MustBeSafe();
    }

    [Fact]
    public async Task BuildAsync_ModelQuality_DrawsItsCurvesOverTheBaselinesAndLeavesThePageAlone()
    {
        RunRecord record = KindSamples.Quality(0) with { BaselineVersion = "v1" };
        byte[] statistics = KindSamples.Statistics(50, ["0", "1"]).ToUtf8();
        record = record with { Documents = [ReportDocument.Of(ObjectKeys.Statistics, statistics)] };
        await ReportSamples.StoreAsync(_store, record, null);
        await _store.PutAsync(ObjectKeys.ReportFolder(ReportSamples.Endpoint, record.Monitor, record.Window!.End) + ObjectKeys.Statistics, statistics);
        await _store.PutAsync(ObjectKeys.BaselineFolder(record.Monitor, "v1") + ObjectKeys.Statistics, statistics);
        await new SiteBuilder(_store, _store).BuildAsync();
        CountingObjectStore counting = new(_store);

        await new SiteBuilder(counting, counting).BuildAsync();

        Assert.Equal(0, counting.Puts);
        ParsedPage page = new(await _store.ReadAllAsync(ObjectKeys.SiteRun(record.Monitor, record.Window.Start)));
        Assert.Contains("\"baseline\":[[", page.ById("roc-data").Value, StringComparison.Ordinal);
    }

    private async Task StoreAsync(double distance, bool hasBaseline = true)
    {
        if (hasBaseline)
        {
            await _store.PutAsync("baselines/churn/v1/statistics.json", ReportSamples.Statistics(Features, 0.0).ToUtf8());
        }

        RunRecord record = ReportSamples.Record(0, Features);
        await StoreAsync(_store, record with { Features = [record.Features[0] with { Distance = distance }, .. record.Features.Skip(1)] });
    }

    private static Task<string> StoreAsync(IObjectStore store, RunRecord record)
    {
        var statistics = ReportSamples.Statistics(Features, 3.0);
        return ReportSamples.StoreAsync(
            store, record with { Documents = [ReportDocument.Of(ObjectKeys.Statistics, statistics.ToUtf8())] }, statistics);
    }
}
