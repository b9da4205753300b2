using System.Text;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Remediation;

namespace ModelMonitor.Tests.Remediation;

public sealed class RemediatorTests
{
    private readonly RemediationFixture _fixture = new();

    [Fact]
    public async Task DecideAsync_AlarmWithEvidence_StartsThePipelineWithItsParameters()
    {
        await _fixture.ReportAsync(0, 12_345, RemediationFixture.Drifted("Day Mins", 0.3));

        RemediationOrder order = await _fixture.RingAsync();

        Assert.Equal((RemediationAction.StartPipeline, "Start", "churn-retrain"), (order.Action, order.Reason, order.Target));
        Assert.Equal(
            [
                new PipelineParameter("Monitor", "churn"),
                new PipelineParameter("Window", "2026-11-22T10:00:00Z/PT1H"),
                new PipelineParameter("Violations", "3"),
                new PipelineParameter("Report", "s3://bucket/reports/churn-xgboost/churn/2026/11/22/11/"),
            ],
            order.Parameters!);
        Assert.Equal(["Day Mins"], order.Request!.Drifted);
        Assert.Null(order.Notice);
        RemediationRecord record = await _fixture.RecordAsync(order);
        Assert.Equal((RemediationStatus.Starting, RemediationReason.Start, "e1"), (record.Status, record.Decision, record.DecidedBy));
        Assert.Equal(order.Token, record.Token);
        Assert.StartsWith("remediations/churn/20261122T111500.000Z-", order.RecordKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RemediationTargetKind.StateMachine, "arn:aws:states:us-east-1:123456789012:stateMachine:retrain", RemediationAction.StartStateMachine)]
    [InlineData(RemediationTargetKind.EventBus, "default", RemediationAction.PutEvent)]
    public async Task DecideAsync_OtherTarget_IsStartedItsWay(RemediationTargetKind kind, string name, string action)
    {
        RemediationFixture fixture = new(new RemediationSection(new RemediationTarget(kind, name)) { DryRun = false });
        await fixture.ReportAsync();

        RemediationOrder order = await fixture.RingAsync();

        Assert.Equal((action, name), (order.Action, order.Target));
        Assert.Equal(order.Token, order.Request!.Id);
    }

    [Fact]
    public async Task DecideAsync_PipelineThatDeclaresFewParameters_GetsThose()
    {
        RemediationFixture fixture = new(new RemediationSection(Remediations.Pipeline) { DryRun = false, Parameters = ["Window"] });
        await fixture.ReportAsync();

        Assert.Equal(["Window"], (await fixture.RingAsync()).Parameters!.Select(parameter => parameter.Name));
    }

    [Fact]
    public async Task DecideAsync_SameChangeByAnotherExecution_IsRepeated()
    {
        await _fixture.ReportAsync();
        DateTimeOffset time = _fixture.Time.GetUtcNow();
        await _fixture.RingAsync("e1", time: time);
        _fixture.Time.Advance(TimeSpan.FromSeconds(30));

        RemediationOrder again = await _fixture.RingAsync("e2", time: time);

        Assert.Equal((RemediationAction.StartNothing, "Repeated"), (again.Action, again.Reason));
        Assert.Single(await _fixture.RecordKeysAsync());
        Assert.Single((await _fixture.HistoryAsync()).Starts);
    }

    [Fact]
    public async Task DecideAsync_SameChangeByTheSameExecution_IsAnsweredTheSame()
    {
        await _fixture.ReportAsync();
        DateTimeOffset time = _fixture.Time.GetUtcNow();
        RemediationOrder first = await _fixture.RingAsync("e1", time: time);
        _fixture.Time.Advance(TimeSpan.FromSeconds(30));

        RemediationOrder again = await _fixture.RingAsync("e1", time: time);

        Assert.Equal((first.Action, first.Token, first.RecordKey), (again.Action, again.Token, again.RecordKey));
        Assert.Single((await _fixture.HistoryAsync()).Starts);
    }

    [Fact]
    public async Task DecideAsync_FunctionThatDiedBeforeItsRecord_IsAnsweredTheSameByTheNextAttempt()
    {
        await _fixture.ReportAsync();
        DateTimeOffset time = _fixture.Time.GetUtcNow();
        await Assert.ThrowsAsync<IOException>(() => _fixture.RingAsync("e1", time: time, store: new RefusingStore(_fixture.Store, "Z-")));
        Assert.Empty(await _fixture.RecordKeysAsync());

        RemediationOrder other = await _fixture.RingAsync("e2", time: time);
        RemediationOrder own = await _fixture.RingAsync("e1", time: time);

        Assert.Equal("Repeated", other.Reason);
        Assert.Equal(RemediationAction.StartPipeline, own.Action);
        Assert.Single((await _fixture.HistoryAsync()).Starts);
    }

    [Fact]
    public async Task DecideAsync_TenAlarmsAtOnce_StartOnce()
    {
        _fixture.Monitor = _fixture.Monitor with
        {
            Alarms = [.. Enumerable.Range(0, 10).Select(i => new AlarmSettings("violations", i) { Name = Remediations.NameOf(i), Remediate = true })],
        };
        await _fixture.ReportAsync();

        RemediationOrder[] orders = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => Task.Run(() => _fixture.RingAsync($"e{i}", alarm: i))));

        Assert.Single(orders, order => order.Action == RemediationAction.StartPipeline);
        Assert.Equal(9, orders.Count(order => order.Reason == "AlreadyRunning" && order.Notice is null));
        Assert.Equal(10, (await _fixture.RecordKeysAsync()).Length);
        Assert.Single((await _fixture.HistoryAsync()).Starts);
    }

    [Fact]
    public async Task DecideAsync_BackToOk_IsRecordedAndTellsNobody()
    {
        RemediationOrder order = await _fixture.RingAsync(state: "OK");

        Assert.Equal((RemediationAction.StartNothing, "BackToOk"), (order.Action, order.Reason));
        Assert.Null(order.Notice);
        RemediationRecord record = await _fixture.RecordAsync(order);
        Assert.Equal((AlarmState.Ok, RemediationStatus.NotStarted), (record.State, record.Status));
        Assert.Null(record.Evidence);
    }

    [Fact]
    public async Task DecideAsync_DryRun_TellsWhatItWouldDoAndStartsNothing()
    {
        RemediationFixture fixture = new(new RemediationSection(Remediations.Pipeline));
        await fixture.ReportAsync();

        RemediationOrder order = await fixture.RingAsync();
        fixture.Time.Advance(TimeSpan.FromMinutes(1));
        RemediationOrder next = await fixture.RingAsync("e2");

        Assert.Equal((RemediationAction.StartNothing, "DryRun"), (order.Action, order.Reason));
        Assert.Equal("Retraining would start (dry run): churn", order.Notice!.Subject);
        Assert.Null(order.Parameters);
        Assert.Equal("CoolingDown", next.Reason);
        Assert.Null(next.Notice);
    }

    [Fact]
    public async Task DecideAsync_NoReport_IsRecordedWithTheReason()
    {
        RemediationOrder order = await _fixture.RingAsync();

        Assert.Equal("ReportGone", order.Reason);
        Assert.Equal(RemediationReason.ReportGone, (await _fixture.RecordAsync(order)).Decision);
        Assert.Null(await _fixture.Store.FindAsync(ObjectKeys.RemediationHistory("churn")));
    }

    [Fact]
    public async Task DecideAsync_DamagedReport_IsOneThatIsGone()
    {
        await _fixture.Store.PutAsync("reports/churn-xgboost/churn/2026/11/22/11/run.json", "{ \"monitor\": "u8.ToArray());

        Assert.Equal("ReportGone", (await _fixture.RingAsync()).Reason);
    }

    [Fact]
    public async Task DecideAsync_FewRowsInTheLastWindow_IsNotMadeUpForByEarlierOnes()
    {
        await _fixture.ReportAsync(1, 10_000);
        await _fixture.ReportAsync(0, 99);

        Assert.Equal("TooFewRows", (await _fixture.RingAsync()).Reason);
    }

    [Fact]
    public async Task DecideAsync_MonitorInALaterStage_FindsTheReportsOfItsSchedule()
    {
        _fixture.Monitor = _fixture.Monitor with
        {
            Stages = [new MonitorStage(Schedule.Hourly), new MonitorStage(Schedule.Parse("cron(0 11 ? * SUN *)"))],
        };
        _fixture.Time.Advance(TimeSpan.FromDays(13));
        await _fixture.ReportAsync(-7 * 24);

        Assert.Equal(RemediationAction.StartPipeline, (await _fixture.RingAsync()).Action);
    }

    [Fact]
    public async Task DecideAsync_AlarmThatOnlyNotifies_LeavesNothing()
    {
        RemediationOrder order = await _fixture.RingAsync(alarm: 0);

        Assert.Equal(("NotAnActionAlarm", null), (order.Reason, order.RecordKey));
        Assert.Empty(await _fixture.Store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task DecideAsync_MonitorThatIsGone_IsIgnoredWithTheReason()
    {
        _fixture.Monitor = _fixture.Monitor with { Name = "another" };

        RemediationOrder order = await _fixture.RingAsync();

        Assert.Equal((RemediationAction.StartNothing, "MonitorUnknown", "churn"), (order.Action, order.Reason, order.Monitor));
        Assert.Empty(await _fixture.Store.ListAsync("").ToListAsync());
    }

    [Theory]
    [InlineData("{ \"starts\": 5 }")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task DecideAsync_DamagedHistory_StartsNothingAndSaysWhatToDo(string content)
    {
        await _fixture.ReportAsync();
        await _fixture.Store.PutAsync(ObjectKeys.RemediationHistory("churn"), Encoding.UTF8.GetBytes(content));

        ConfigurationException exception = await Assert.ThrowsAsync<ConfigurationException>(() => _fixture.RingAsync());

        Assert.Contains("remediations/churn/history.json", exception.Message, StringComparison.Ordinal);
        Assert.Contains("restore an earlier version", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAsync_LimitReached_TellsOnce()
    {
        _fixture.Monitor = _fixture.Monitor with
        {
            Remediation = _fixture.Monitor.Remediation! with { MaxPerWeek = 1, Cooldown = TimeSpan.Zero },
        };
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.StartAsync();
        await _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Succeeded"));
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));

        RemediationOrder second = await _fixture.RingAsync("e2");
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        RemediationOrder third = await _fixture.RingAsync("e3");

        Assert.Equal(("Start", "WeeklyLimit", "WeeklyLimit"), (order.Reason, second.Reason, third.Reason));
        Assert.Equal("Retraining limit reached: churn", second.Notice!.Subject);
        Assert.Null(third.Notice);
    }

    [Fact]
    public async Task DecideAsync_FunctionThatDiedBeforeTheRecordOfTheLimit_TellsAtTheNextAttempt()
    {
        _fixture.Monitor = _fixture.Monitor with
        {
            Remediation = _fixture.Monitor.Remediation! with { MaxPerWeek = 1, Cooldown = TimeSpan.Zero },
        };
        await _fixture.ReportAsync();
        await _fixture.StartAsync();
        await _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Succeeded"));
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset time = _fixture.Time.GetUtcNow();
        await Assert.ThrowsAsync<IOException>(() => _fixture.RingAsync("e2", time: time, store: new RefusingStore(_fixture.Store, "Z-")));

        RemediationOrder again = await _fixture.RingAsync("e2", time: time);
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        RemediationOrder next = await _fixture.RingAsync("e3");

        Assert.Equal("Retraining limit reached: churn", again.Notice!.Subject);
        Assert.Equal(("WeeklyLimit", null), (next.Reason, next.Notice));
    }
}
