using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Publishing;
using ModelMonitor.Remediation;
using ModelMonitor.Reports;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Reports.Site;

public sealed class SitePublisherTests
{
    private static readonly IReadOnlyList<string> Features = ReportSamples.Names(5);

    private readonly MemoryObjectStore _store = new(new ManualTimeProvider(ReportSamples.FirstHour));

    [Fact]
    public async Task PublishAsync_Runs_LeavesASiteWhoseEveryLinkLeadsSomewhere()
    {
        for (int hour = 0; hour < 3; hour++)
        {
            await PublishAsync(_store, ReportSamples.Record(hour, Features));
        }

        await MustBeWholeAsync(_store);
        ParsedPage index = await PageAsync(ObjectKeys.SiteIndex);
        Assert.Equal("The monitor needs a look.", index.ById("verdict").Value);
        Assert.Contains("2026-11-01 04:10", index.ById("monitors").Value, StringComparison.Ordinal);
        ParsedPage monitor = await PageAsync(ObjectKeys.SiteMonitor(ReportSamples.Monitor));
        Assert.Equal(3, monitor.ById("run-table").Element("tbody")!.Elements("tr").Count());
    }

    [Fact]
    public async Task PublishAsync_TheSameRunTwice_LeavesTheSamePages()
    {
        RunRecord record = ReportSamples.Record(0, Features);
        await PublishAsync(_store, record);
        byte[] before = await _store.ReadAllAsync(ObjectKeys.SiteMonitor(ReportSamples.Monitor));
        await PublishAsync(_store, record);
        Assert.Equal(before, await _store.ReadAllAsync(ObjectKeys.SiteMonitor(ReportSamples.Monitor)));
    }

    [Fact]
    public async Task PublishAsync_AnOlderRunOfTheWindowComesLate_LeavesTheYounger()
    {
        RunRecord younger = ReportSamples.Record(0, Features, drifted: 0);
        await PublishAsync(_store, younger);
        RunRecord older = ReportSamples.Record(0, Features, drifted: 2) with
        {
            StartedAt = younger.StartedAt.AddMinutes(-5),
            Fingerprint = "older",
        };
        CommittedRun run = new(older, Monitor("hourly"), _store, PrefixOf(older));
        await new SitePublisher().PublishAsync(run, CancellationToken.None);

        Assert.StartsWith("Nothing is amiss", (await PageAsync(ObjectKeys.SiteRun("churn", younger.Window!.Start))).ById("verdict").Value, StringComparison.Ordinal);
        Assert.StartsWith("Healthy", (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("verdict").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_ManyAtTheSameTime_LosesNone()
    {
        using TemporaryFolder folder = new();
        FolderObjectStore store = new(folder.Root);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(hour => Task.Run(() => PublishAsync(store, ReportSamples.Record(hour, Features)))));
        ParsedPage monitor = new(await store.ReadAllAsync(ObjectKeys.SiteMonitor(ReportSamples.Monitor)));
        Assert.Equal(8, monitor.ById("run-table").Element("tbody")!.Elements("tr").Count());
        await MustBeWholeAsync(store);
    }

    [Fact]
    public async Task PublishAsync_AMonthIsThere_ReadsNoOtherRun()
    {
        for (int hour = 0; hour < 30; hour++)
        {
            await PublishAsync(_store, ReportSamples.Record(hour, Features));
        }

        CountingObjectStore counting = new(_store);
        RunRecord record = ReportSamples.Record(30, Features);
        string prefix = await ReportSamples.StoreAsync(_store, record, ReportSamples.Statistics(Features, 3.0));
        await new SitePublisher().PublishAsync(new CommittedRun(record, Monitor("hourly"), counting, prefix), CancellationToken.None);
        Assert.InRange(counting.Reads, 1, 13);
        Assert.InRange(counting.Puts, 4, 5);
        Assert.Equal(3, counting.Lists);
    }

    [Fact]
    public async Task PublishAsync_HasNoWindow_WritesNothing()
    {
        RunRecord record = ReportSamples.Record(0, Features) with { Window = null };
        await new SitePublisher().PublishAsync(new CommittedRun(record, Monitor("hourly"), _store, ""), CancellationToken.None);
        Assert.Empty(await _store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task BuildAsync_StoredRuns_MakesTheSamePagesAsPublishing()
    {
        await _store.PutAsync("baselines/churn/v1/statistics.json", ReportSamples.Statistics(Features, 0.0).ToUtf8());
        for (int hour = 0; hour < 3; hour++)
        {
            await PublishAsync(_store, ReportSamples.Record(hour, Features));
        }

        MemoryObjectStore output = new(new ManualTimeProvider(ReportSamples.FirstHour));
        SiteContent content = await new SiteBuilder(_store, output).BuildAsync();
        Assert.Equal(new SiteContent(1, 3), content);
        await MustBeWholeAsync(output);
        string run = ObjectKeys.SiteRun("churn", ReportSamples.FirstHour);
        Assert.Equal(await _store.ReadAllAsync(run), await output.ReadAllAsync(run));
        Assert.Contains("median", new ParsedPage(await output.ReadAllAsync(run)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildAsync_FilesAreDamagedOrForeign_LeavesThemOut()
    {
        await ReportSamples.StoreAsync(_store, ReportSamples.Record(0, Features), statistics: null);
        await _store.PutAsync("reports/e/churn/2026/11/01/05/run.json", "{ broken"u8.ToArray());
        await _store.PutAsync("reports/e/<script>/2026/11/01/05/run.json", "{}"u8.ToArray());
        await _store.PutAsync("reports/run.json", "{}"u8.ToArray());
        await _store.PutAsync("reports/churn-endpoint/churn/2026/11/01/01/statistics.json", "no json"u8.ToArray());
        Assert.Equal(new SiteContent(1, 1), await new SiteBuilder(_store, _store).BuildAsync());
        await MustBeWholeAsync(_store);
    }

    private static string PrefixOf(RunRecord record) =>
        ObjectKeys.ReportFolder(ReportSamples.Endpoint, record.Monitor, record.Window!.End);

    [Fact]
    public async Task PublishAsync_RetrainingStarted_IsMarkedOnTheMonitorsAxisWithHowItStands()
    {
        RunRecord record = ReportSamples.Record(0, Features);
        DateTimeOffset startedAt = record.Window!.End.AddMinutes(20);
        await StoreStartAsync(startedAt, RemediationStatus.Running);
        await PublishAsync(_store, record, Retraining);
        Assert.Contains("retraining started", (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("marks").Value, StringComparison.Ordinal);

        await StoreStartAsync(startedAt, RemediationStatus.Failed);
        await PublishAsync(_store, ReportSamples.Record(1, Features), Retraining);
        string marks = (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("marks").Value;
        Assert.Contains("retraining failed", marks, StringComparison.Ordinal);
        Assert.DoesNotContain("retraining started", marks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_StartThatFailed_IsMarkedAsSuch()
    {
        RunRecord record = ReportSamples.Record(0, Features);
        await StoreStartAsync(record.Window!.End.AddMinutes(20), RemediationStatus.StartFailed);
        await PublishAsync(_store, record, Retraining);

        Assert.Contains(
            "retraining could not be started",
            (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("marks").Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_StartThatIsNoneAnyMore_LeavesNoMark()
    {
        DateTimeOffset startedAt = ReportSamples.Record(0, Features).Window!.End.AddMinutes(20);
        await StoreStartAsync(startedAt, RemediationStatus.Running);
        await PublishAsync(_store, ReportSamples.Record(0, Features), Retraining);

        await StoreStartAsync(startedAt.AddDays(31), RemediationStatus.Succeeded);
        await PublishAsync(_store, ReportSamples.Record(1, Features), Retraining);

        string marks = (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("marks").Value;
        Assert.DoesNotContain("retraining started", marks, StringComparison.Ordinal);
        Assert.Contains("retraining succeeded", marks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_StartBeforeThoseOfTheHistory_KeepsItsMark()
    {
        DateTimeOffset startedAt = ReportSamples.Record(0, Features).Window!.End.AddMinutes(20);
        await StoreStartAsync(startedAt, RemediationStatus.Failed);
        await PublishAsync(_store, ReportSamples.Record(0, Features), Retraining);

        await StoreStartAsync(startedAt.AddDays(33), RemediationStatus.Succeeded);
        await PublishAsync(_store, ReportSamples.Record(1, Features), Retraining);

        Assert.Contains(
            "retraining failed", (await PageAsync(ObjectKeys.SiteMonitor("churn"))).ById("marks").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_DamagedRemediations_LeavesThePagesWithoutMarks()
    {
        await _store.PutAsync(ObjectKeys.RemediationHistory("churn"), "{"u8.ToArray());
        await PublishAsync(_store, ReportSamples.Record(0, Features), Retraining);
        Assert.DoesNotContain((await PageAsync(ObjectKeys.SiteMonitor("churn"))).Root.Descendants(), element => element.Attribute("id")?.Value == "marks");
    }

    private static RemediationSection Retraining { get; } = new(new RemediationTarget(RemediationTargetKind.Pipeline, "retrain"));

    private async Task StoreStartAsync(DateTimeOffset at, RemediationStatus status)
    {
        const string Key = "remediations/churn/one.json";
        RemediationRecord record = new()
        {
            Token = "one",
            Monitor = "churn",
            Alarm = "ModelMonitor/churn/drift",
            State = AlarmState.Alarm,
            Time = at,
            Decision = RemediationReason.Start,
            Explanation = "It drifts.",
            DecidedAt = at,
            DecidedBy = "execution",
            Target = Retraining.Target,
            Status = status,
        };
        RemediationHistory history = new()
        {
            Starts = [new RemediationStart { Token = "one", DecidedBy = "execution", RecordKey = Key, Time = at }],
        };
        await _store.PutAsync(Key, JsonSerializer.SerializeToUtf8Bytes(record, RemediationJsonContext.Default.RemediationRecord));
        await _store.PutAsync(
            ObjectKeys.RemediationHistory("churn"), JsonSerializer.SerializeToUtf8Bytes(history, RemediationJsonContext.Default.RemediationHistory));
    }

    private static MonitorDefinition Monitor(string schedule) => new()
    {
        Name = ReportSamples.Monitor,
        Endpoint = ReportSamples.Endpoint,
        Schedule = Contracts.Scheduling.Schedule.Parse(schedule),
    };

    private static async Task PublishAsync(IObjectStore store, RunRecord record, RemediationSection? remediation = null)
    {
        string prefix = await ReportSamples.StoreAsync(store, record, ReportSamples.Statistics(Features, 3.0));
        await new SitePublisher().PublishAsync(
            new CommittedRun(record, Monitor("hourly") with { Remediation = remediation }, store, prefix) { BaselineStatistics = ReportSamples.Statistics(Features, 0.0) },
            CancellationToken.None);
    }

    /// <summary>Every page is safe, and every address in it is of a page, a style or a script that is there.</summary>
    private static async Task MustBeWholeAsync(IObjectStore store)
    {
        List<string> keys = await store.ListAsync(ObjectKeys.Site).Select(stored => stored.Key[ObjectKeys.Site.Length..]).ToListAsync();
        string[] pages = [.. keys.Where(key => key.EndsWith(".html", StringComparison.Ordinal))];
        Assert.Contains(ObjectKeys.SiteMissingPath, pages);
        foreach (string key in pages)
        {
            ParsedPage page = new(await store.ReadAllAsync(ObjectKeys.Site + key));
            page.MustBeSafe();
            Uri place = new($"https://site.test/{key}");
            Assert.All(
                page.Addresses().Where(address => !address.StartsWith("https://", StringComparison.Ordinal) && address != "data:,"),
                address => AssertLeads(page, keys, new Uri(place, address)));
        }
    }

    private static void AssertLeads(ParsedPage page, List<string> keys, Uri address)
    {
        Assert.Contains(address.AbsolutePath[1..], keys);
        if (address.Fragment.Length > 0)
        {
            Assert.NotNull(page.ById(address.Fragment[1..]));
        }
    }

    private async Task<ParsedPage> PageAsync(string key) => new(await _store.ReadAllAsync(key));
}
