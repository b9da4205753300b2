using System.Text.Json;
using ModelMonitor.Baselines;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class RunHandlersTests : IDisposable
{
    private static readonly string[] Documents = [ObjectKeys.Statistics, ObjectKeys.Constraints, ObjectKeys.ConstraintViolations];

    private readonly RunHandlersFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task PlanRun_MonitorInASparserStage_HasNothingToDoBetweenItsWindows()
    {
        _fixture.WriteStages();
        await _fixture.BaselineAsync();
        _fixture.Capture("30-00-000-a.jsonl", 100);
        Assert.Equal("2026-11-22T10:00:00Z/PT1H", Assert.Single((await _fixture.PlanAsync()).EnumerateArray()).GetProperty("window").GetString());
        _fixture.Time.Advance(TimeSpan.FromDays(3));

        JsonElement relaxed = await FireAsync("2026-11-24T00:00:00Z");
        JsonElement between = await FireAsync("2026-11-24T01:00:00Z");
        JsonElement daily = await FireAsync("2026-11-25T00:00:00Z");

        Assert.NotEqual(0, relaxed.GetArrayLength());
        Assert.Equal(0, between.GetArrayLength());
        Assert.Equal("2026-11-24T00:00:00Z/P1D", Assert.Single(daily.EnumerateArray()).GetProperty("window").GetString());

        async Task<JsonElement> FireAsync(string time) =>
            (await _fixture.InvokeAsync(HandlerNames.PlanRun, $$"""{"monitor":"churn","time":"{{time}}"}""")).GetProperty("runs");
    }

    [Fact]
    public async Task Run_StepByStep_WritesTheDocumentsOfARunInOneProcess()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 300, firstLine: "poison");
        _fixture.Capture("35-00-000-b.jsonl", 200);

        JsonElement answer = await _fixture.RunAsync();

        Assert.Equal("Completed", answer.GetProperty("outcome").GetString());
        Assert.Equal(500, answer.GetProperty("rows").GetInt64());
        MemoryObjectStore other = new(_fixture.Time);
        MonitorDefinition monitor = _fixture.Deployment.ReadMonitor("churn");
        TimeWindow window = new(RunHandlersFixture.Ten, RunHandlersFixture.Ten.AddHours(1));
        RunRecord inProcess = await MonitoringRun.ExecuteAsync(
            MonitorSettings.Of(monitor, window, _fixture.Captures, other),
            DataQualityFactory.Of(monitor, await BaselineVersions.ReadCurrentAsync(_fixture.Deployment.Artifacts, "churn")),
            _fixture.Time);
        foreach (string name in Documents)
        {
            Assert.Equal(
                await other.ReadAllAsync(RunHandlersFixture.ReportFolder + name),
                await _fixture.Deployment.Artifacts.ReadAllAsync(RunHandlersFixture.ReportFolder + name));
        }

        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal(1, record.Unreadable);
        Assert.Equal(3600 - 299, record.CaptureLagSeconds);
        Assert.InRange(record.CostUsd!.Value, 1e-6, 1e-2);
        Assert.Equivalent(inProcess with { CostUsd = record.CostUsd }, record, strict: true);
    }

    [Fact]
    public async Task Run_MethodWithoutAPValue_KeepsItsSimulationBesideTheBaseline()
    {
        _fixture.WriteMethod("psi_10");
        string calibration = await _fixture.VersionedBaselineAsync() + ObjectKeys.Calibration;
        _fixture.Capture("05-00-000-a.jsonl", 300);

        await _fixture.RunAsync();
        StoredObject kept = (await _fixture.Deployment.Artifacts.FindAsync(calibration))!;
        RunRecord record = (await _fixture.RecordAsync())!;
        _fixture.Capture("35-00-000-b.jsonl", 1);
        await _fixture.RunAsync();

        Assert.Equal(0, record.Violations);
        Assert.All(record.Features, feature => Assert.Equal("psi_10", feature.Method));
        Assert.Equal(301, (await _fixture.RecordAsync())!.Rows);
        Assert.Equal(kept.ETag, (await _fixture.Deployment.Artifacts.FindAsync(calibration))!.ETag);
    }

    [Fact]
    public async Task Run_Evaluated_IsInTheHistory()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 100);

        JsonElement answer = await _fixture.RunAsync();

        Assert.Equal(0, answer.GetProperty("failedPublications").GetInt32());
        StoredObject file = Assert.Single(await _fixture.Deployment.Artifacts.ListAsync(ObjectKeys.History).ToListAsync());
        Assert.Equal(ObjectKeys.HistoryFile("churn", "data-quality", RunHandlersFixture.Ten, RunHandlersFixture.Ten.AddHours(1)), file.Key);
    }

    [Fact]
    public async Task Run_WhoseHistoryCannotBeWritten_IsJudgedAllTheSame()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 100);
        await _fixture.Deployment.Artifacts.PutAsync("history", "a file where a folder is needed"u8.ToArray());

        JsonElement answer = await _fixture.RunAsync();

        Assert.Equal("Completed", answer.GetProperty("outcome").GetString());
        Assert.Equal(1, answer.GetProperty("failedPublications").GetInt32());
        Assert.Equal(RunOutcome.Completed, (await _fixture.RecordAsync())!.Outcome);
    }

    [Fact]
    public async Task Run_EveryStepRepeated_ChangesNothing()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 100);
        JsonElement run = (await _fixture.PlanAsync())[0];
        await _fixture.ProfileAsync(run);
        JsonElement first = await _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());
        List<StoredObject> before = await _fixture.Deployment.Artifacts.ListAsync("").ToListAsync();

        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        JsonElement again = (await _fixture.PlanAsync())[0];
        await _fixture.ProfileAsync(run);
        JsonElement second = await _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());

        Assert.Equal(PlanStatus.AlreadyDone, again.GetProperty("status").GetString());
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(before, await _fixture.Deployment.Artifacts.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task EvaluateRun_NoData_RecordsTheOutcome()
    {
        await _fixture.BaselineAsync();

        JsonElement run = (await _fixture.PlanAsync())[0];
        JsonElement answer = await _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());

        Assert.Equal((PlanStatus.NoData, 0), (run.GetProperty("status").GetString(), run.GetProperty("shardCount").GetInt32()));
        Assert.Equal("NoData", answer.GetProperty("outcome").GetString());
        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal((RunOutcome.NoData, null), (record.Outcome, record.CaptureLagSeconds));
        Assert.Empty(record.Documents!);
    }

    [Fact]
    public async Task EvaluateRun_DataGoneSinceAReport_DisownsItsDocuments()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 100);
        await _fixture.RunAsync();
        _fixture.Capture("05-00-000-a.jsonl", 0);
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));

        await _fixture.RunAsync();

        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal(RunOutcome.NoData, record.Outcome);
        Assert.Empty(record.Documents!);
        Assert.Equal(Documents, record.StaleDocuments);
    }

    [Fact]
    public async Task EvaluateRun_PlannedBeforeALateFile_LeavesTheWindowToTheLaterRun()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 100);
        JsonElement earlier = (await _fixture.PlanAsync())[0];
        await _fixture.ProfileAsync(earlier);
        _fixture.Capture("06-00-000-b.jsonl", 50);
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        await _fixture.RunAsync();
        List<StoredObject> before = await _fixture.Deployment.Artifacts.ListAsync("").ToListAsync();

        JsonElement answer = await _fixture.InvokeAsync(HandlerNames.EvaluateRun, earlier.GetRawText());

        Assert.True(answer.GetProperty("isOfLaterRun").GetBoolean());
        Assert.Equal(150, answer.GetProperty("rows").GetInt64());
        Assert.Equal(before, await _fixture.Deployment.Artifacts.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task EvaluateRun_StateMissing_SaysSo()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 10);
        JsonElement run = (await _fixture.PlanAsync())[0];

        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(
            () => _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText()));

        Assert.StartsWith("The state states/churn-xgboost/AllTraffic/", exception.Message, StringComparison.Ordinal);
        Assert.Null(await _fixture.RecordAsync());
    }

    [Fact]
    public async Task EvaluateRun_BaselineReplacedSincePlanning_IsRefused()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 10);
        JsonElement run = (await _fixture.PlanAsync())[0];
        await _fixture.ProfileAsync(run);
        string key = ObjectKeys.BaselinesOf("churn") + ObjectKeys.Constraints;
        byte[] constraints = await _fixture.Deployment.Artifacts.ReadAllAsync(key);
        await _fixture.Deployment.Artifacts.PutAsync(key, constraints.Append((byte)'\n').ToArray());

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText()));

        Assert.Contains("has changed since this run was planned", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_VersionPromotedAfterPlanning_JudgesAndRecordsTheOnePlanned()
    {
        await PublishAsync("v1");
        BaselinePromoter promoter = new(_fixture.Deployment.Artifacts, _fixture.Time);
        await promoter.PromoteAsync("churn", "v1", "alice", null);
        _fixture.Capture("05-00-000-a.jsonl", 100);
        JsonElement run = (await _fixture.PlanAsync())[0];
        await _fixture.ProfileAsync(run);
        await PublishAsync("v2", ending: "\n");
        await promoter.PromoteAsync("churn", "v2", "alice", null);

        await _fixture.InvokeAsync(HandlerNames.EvaluateRun, run.GetRawText());

        Assert.Equal("v1", (await _fixture.RecordAsync())!.BaselineVersion);

        // By the schedule the window is done; asked for, it is judged anew with the other version.
        Assert.Equal(PlanStatus.AlreadyDone, (await _fixture.PlanAsync())[0].GetProperty("status").GetString());
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        JsonElement asked = (await _fixture.InvokeAsync(
            HandlerNames.PlanRun, """{"monitor":"churn","window":"2026-11-22T10:00Z/PT1H","baseline":"current"}""")).GetProperty("runs")[0];
        await _fixture.ProfileAsync(asked);
        await _fixture.InvokeAsync(HandlerNames.EvaluateRun, asked.GetRawText());
        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal("v2", record.BaselineVersion);
        Assert.Equal("Version v2 of the baseline is used because the request asks for it.", Assert.Single(record.Notes));
    }

    private async Task PublishAsync(string version, string ending = "")
    {
        await _fixture.BaselineAsync();
        foreach (string name in (string[])[ObjectKeys.Constraints, ObjectKeys.Statistics])
        {
            byte[] content = await _fixture.Deployment.Artifacts.ReadAllAsync(ObjectKeys.BaselinesOf("churn") + name);
            await _fixture.Deployment.Artifacts.PutAsync(ObjectKeys.BaselineFolder("churn", version) + name, (byte[])[.. content, .. System.Text.Encoding.UTF8.GetBytes(ending)]);
        }
    }

    [Fact]
    public async Task ProfileShard_Cancelled_StoresNothing()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 10);
        JsonElement run = (await _fixture.PlanAsync())[0];
        using JsonDocument shards = JsonDocument.Parse(
            await _fixture.Deployment.Artifacts.ReadAllAsync(run.GetProperty("shardsKey").GetString()!));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.InvokeAsync(
            HandlerNames.ProfileShard, shards.RootElement[0].GetRawText(), new CancellationToken(canceled: true)));

        string state = shards.RootElement[0].GetProperty("shard").GetProperty("stateKey").GetString()!;
        Assert.Null(await _fixture.Deployment.Artifacts.FindAsync(state));
    }

    [Theory]
    [InlineData(HandlerNames.PlanRun, "{", "event: $: expected a request such as")]
    [InlineData(HandlerNames.PlanRun, "null", "event: $: expected a request such as")]
    [InlineData(HandlerNames.PlanRun, "{\"monitor\":null}", "event: ")]
    [InlineData(HandlerNames.PlanRun, "{\"monitor\":\"churn\",\"time\":\"soon\"}", "event: $.time: expected a request such as")]
    [InlineData(HandlerNames.PlanRun, "{\"monitor\":\"churn\"}", "event: expected \"time\"")]
    [InlineData(HandlerNames.PlanRun, "{\"monitor\":\"../churn\",\"time\":\"2026-11-22T11:00:00Z\"}", "")]
    [InlineData(HandlerNames.PlanRun, "{\"monitor\":\"churn\",\"time\":\"2026-11-22T11:00:00Z\"}", "baselines/churn/: the monitor has no baseline yet")]
    [InlineData(HandlerNames.ProfileShard, "{\"planKey\":\"x\"}", "event: $: expected an item of a plan's shards.json")]
    [InlineData(HandlerNames.EvaluateRun, "[]", "event: $: expected a run that PlanRun planned")]
    public async Task HandleAsync_MalformedEvent_IsAConfigurationError(string handler, string payload, string expected)
    {
        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(
            () => _fixture.InvokeAsync(handler, payload));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await _fixture.Deployment.Artifacts.ListAsync("").ToListAsync());
    }
}
