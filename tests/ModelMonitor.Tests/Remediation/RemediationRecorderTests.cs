using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Remediation;
using ModelMonitor.Runs.Reports;

namespace ModelMonitor.Tests.Remediation;

public sealed class RemediationRecorderTests
{
    private readonly RemediationFixture _fixture = new();

    [Fact]
    public async Task RecordAsync_Started_IsRecordedToldAndWaitedFor()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();

        RemediationProgress progress = await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution);
        RemediationProgress again = await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution);

        Assert.Equal(("Running", 86_400), (progress.Status, progress.WaitSeconds));
        Assert.Equal("Retraining started: churn", progress.Notice!.Subject);
        Assert.Equal(progress.Notice, again.Notice, (one, other) => one!.Message == other!.Message);
        Assert.Equal(RemediationFixture.Execution, (await _fixture.RecordAsync(order)).Execution);
        Assert.Equal(RemediationFixture.Execution, Assert.Single((await _fixture.HistoryAsync()).Starts).Execution);
    }

    [Fact]
    public async Task RecordAsync_EventSent_IsDoneWithAndCoolsDown()
    {
        RemediationFixture fixture = new(
            new RemediationSection(new RemediationTarget(RemediationTargetKind.EventBus, "default")) { DryRun = false });
        await fixture.ReportAsync();
        RemediationOrder order = await fixture.RingAsync();

        RemediationProgress progress = await fixture.TellAsync(RemediationStep.Started, order, "event-id");
        fixture.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("Sent", null), (progress.Status, progress.WaitSeconds));
        Assert.Equal("Retraining requested: churn", progress.Notice!.Subject);
        Assert.Equal("CoolingDown", (await fixture.RingAsync("e2")).Reason);
    }

    [Fact]
    public async Task RecordAsync_StartFailed_IsToldAndMakesRoomForTheNextAlarm()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();

        RemediationProgress progress = await _fixture.TellAsync(RemediationStep.StartFailed, order, error: "SageMaker.ResourceNotFoundException");
        _fixture.Time.Advance(TimeSpan.FromMinutes(1));
        RemediationOrder next = await _fixture.RingAsync("e2");

        Assert.Equal(("StartFailed", null), (progress.Status, progress.WaitSeconds));
        Assert.Equal("Retraining could not be started: churn", progress.Notice!.Subject);
        Assert.Contains("SageMaker.ResourceNotFoundException: There is no such pipeline.", progress.Notice.Message, StringComparison.Ordinal);
        Assert.Equal("SageMaker.ResourceNotFoundException: There is no such pipeline.", (await _fixture.RecordAsync(order)).Error);
        Assert.Equal(RemediationAction.StartPipeline, next.Action);
        IReadOnlyList<RemediationStart> starts = (await _fixture.HistoryAsync()).Starts;
        Assert.Equal([order.Token, next.Token!], starts.Select(start => start.Token));
        Assert.Equal([_fixture.Time.GetUtcNow().AddMinutes(-1), null], starts.Select(start => start.FailedAt));
    }

    [Fact]
    public async Task RecordAsync_StartsThatFailOnEnd_KeepTheLastTwentyInTheHistory()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();
        for (int i = 0; i < 30; i++)
        {
            await _fixture.TellAsync(RemediationStep.StartFailed, order, error: "SageMaker.ResourceNotFoundException");
            _fixture.Time.Advance(TimeSpan.FromMinutes(1));
            order = await _fixture.RingAsync($"e{i + 2}");
        }

        IReadOnlyList<RemediationStart> starts = (await _fixture.HistoryAsync()).Starts;

        Assert.Equal((21, order.Token), (starts.Count, starts[^1].Token));
        Assert.Equal(20, starts.Count(start => start.FailedAt is not null));
    }

    [Theory]
    [InlineData("Succeeded", "Succeeded", null)]
    [InlineData("Failed", "Failed", "Retraining failed: churn")]
    [InlineData("Stopped", "Stopped", "Retraining was stopped: churn")]
    public async Task RecordAsync_Ended_FreesTheMonitorAndTellsOfWhatWentWrong(string word, string status, string? subject)
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.StartAsync();
        _fixture.Time.Advance(TimeSpan.FromHours(25));
        await _fixture.ReportAsync(-25);

        RemediationProgress progress = await _fixture.TellAsync(
            RemediationStep.Ended, told: RemediationFixture.Ended(word), execution: "e9");
        RemediationProgress retried = await _fixture.TellAsync(
            RemediationStep.Ended, told: RemediationFixture.Ended(word), execution: "e9");
        RemediationProgress repeated = await _fixture.TellAsync(
            RemediationStep.Ended, told: RemediationFixture.Ended(word), execution: "e10");

        Assert.Equal((status, order.RecordKey, subject), (progress.Status, progress.RecordKey, progress.Notice?.Subject));
        Assert.Equal(subject, retried.Notice?.Subject);
        Assert.Null(repeated.Notice);
        Assert.Equal(_fixture.Time.GetUtcNow(), (await _fixture.RecordAsync(order)).EndedAt);
        Assert.Equal(RemediationAction.StartPipeline, (await _fixture.RingAsync("e11")).Action);
    }

    [Fact]
    public async Task RecordAsync_EndedStateMachine_IsFoundByTheNameOfItsExecution()
    {
        const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:retrain";
        RemediationFixture fixture = new(
            new RemediationSection(new RemediationTarget(RemediationTargetKind.StateMachine, Machine)) { DryRun = false });
        await fixture.ReportAsync();
        RemediationOrder order = await fixture.RingAsync();

        // It ended before its start was recorded.
        JsonElement told = JsonElement.Parse(
            $$"""{ "detail": { "executionArn": "arn:aws:states:us-east-1:123456789012:execution:retrain:{{order.Token}}", "status": "TIMED_OUT" } }""");
        RemediationProgress ended = await fixture.TellAsync(RemediationStep.Ended, told: told, execution: "e9");
        RemediationProgress started = await fixture.TellAsync(RemediationStep.Started, order, "arn");

        Assert.Equal(("Failed", "Failed"), (ended.Status, started.Status));
        Assert.NotNull(ended.Notice);
        Assert.Null(started.Notice);
        Assert.Null(started.WaitSeconds);
    }

    [Fact]
    public async Task RecordAsync_EndOfAPipelineBeforeItsStartIsRecorded_IsTriedAgain()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();

        Exception early = await Assert.ThrowsAsync<RunConflictException>(
            () => _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Failed"), execution: "e9"));
        await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution);
        RemediationProgress ended = await _fixture.TellAsync(
            RemediationStep.Ended, told: RemediationFixture.Ended("Failed"), execution: "e9");

        Assert.Equal(ErrorNames.Conflict, early.GetType().Name);
        Assert.Contains(order.RecordKey!, early.Message, StringComparison.Ordinal);
        Assert.Equal(("Failed", "Retraining failed: churn"), (ended.Status, ended.Notice?.Subject));
    }

    [Fact]
    public async Task RecordAsync_EndOfAnotherExecutionWhileNothingRuns_IsIgnored()
    {
        await _fixture.ReportAsync();
        await _fixture.RingAsync();
        _fixture.Time.Advance(_fixture.Monitor.Remediation!.Timeout);

        Assert.Equal(
            RemediationRecorder.Ignored,
            (await _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Failed"))).Status);
    }

    [Fact]
    public async Task RecordAsync_EndOfAPipelineDuringADryRun_IsIgnored()
    {
        RemediationFixture fixture = new(new RemediationSection(Remediations.Pipeline));
        await fixture.ReportAsync();
        await fixture.RingAsync();

        Assert.Equal(
            RemediationRecorder.Ignored,
            (await fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Failed"))).Status);
    }

    [Fact]
    public async Task RecordAsync_EndOfAPipelineInAnotherCase_IsThatOfItsStart()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();
        await _fixture.TellAsync(
            RemediationStep.Started, order, RemediationFixture.Execution.Replace("churn-retrain", "Churn-Retrain", StringComparison.Ordinal));

        Assert.Equal(
            "Succeeded", (await _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Succeeded"))).Status);
    }

    [Fact]
    public async Task RecordAsync_TimeIsUp_TellsUnlessItEnded()
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.StartAsync();
        _fixture.Time.Advance(TimeSpan.FromDays(1));

        RemediationProgress overdue = await _fixture.TellAsync(RemediationStep.TimeIsUp, order);
        RemediationProgress ended = await _fixture.TellAsync(RemediationStep.Ended, told: RemediationFixture.Ended("Succeeded"));
        RemediationProgress late = await _fixture.TellAsync(RemediationStep.TimeIsUp, order);

        Assert.Equal("Retraining has not ended: churn", overdue.Notice!.Subject);
        Assert.Equal(("Succeeded", "Succeeded"), (ended.Status, late.Status));
        Assert.Null(late.Notice);
    }

    [Theory]
    [InlineData("""{ "detail": { "pipelineExecutionArn": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn-retrain/execution/of-others", "currentPipelineExecutionStatus": "Failed" } }""")]
    [InlineData("""{ "detail": { "pipelineExecutionArn": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/another/execution/p4jn9xou8a8s", "currentPipelineExecutionStatus": "Failed" } }""")]
    [InlineData("""{ "detail": { "pipelineExecutionArn": "arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn-retrain/execution/p4jn9xou8a8s", "currentPipelineExecutionStatus": "Executing" } }""")]
    [InlineData("""{ "detail": { "executionArn": "", "status": "FAILED" } }""")]
    [InlineData("""{ "detail": { "pipelineExecutionArn": 5 } }""")]
    [InlineData("""{ "detail": { "pipelineExecutionArn": "\ud800" } }""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task RecordAsync_EndOfSomethingElse_IsIgnored(string told)
    {
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.StartAsync();

        RemediationProgress progress = await _fixture.TellAsync(RemediationStep.Ended, told: JsonElement.Parse(told));

        Assert.Equal((RemediationRecorder.Ignored, null), (progress.Status, progress.Notice));
        Assert.Null((await _fixture.RecordAsync(order)).EndedAt);
    }

    [Theory]
    [InlineData("another", "remediations/another/x.json")]
    [InlineData("churn", "reports/churn-xgboost/churn/run.json")]
    [InlineData("churn", "remediations/churn/nothing.json")]
    [InlineData(null, null)]
    public async Task RecordAsync_RecordThatIsNoneOfTheMonitors_IsIgnored(string? monitor, string? key)
    {
        RemediationOrder order = new() { Action = "", Reason = "", Explanation = "", Monitor = monitor, RecordKey = key };

        Assert.Equal(RemediationRecorder.Ignored, (await _fixture.TellAsync(RemediationStep.Started, order, "x")).Status);
        Assert.Empty(await _fixture.Store.ListAsync("").ToListAsync());
    }

    [Fact]
    public async Task Notice_Started_SaysWhatDriftedByHowMuchSinceWhenAndWhereToLook()
    {
        await _fixture.ReportAsync(3, 100, RemediationFixture.Drifted("Day Mins", 0.2));
        await _fixture.ReportAsync(1, 100, RemediationFixture.Drifted("Day Mins", 0.25), RemediationFixture.Drifted("State", 0.2));
        await _fixture.ReportAsync(0, 12_345, RemediationFixture.Drifted("Day Mins", 0.31));
        RemediationOrder order = await _fixture.RingAsync();

        RemediationNotice notice = (await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution)).Notice!;

        Assert.Equal(["arn:aws:sns:us-east-1:123456789012:churn-team"], notice.Topics);
        Assert.Equal(
            $"""
            Monitor churn of the endpoint churn-xgboost, variant AllTraffic.
            The SageMaker pipeline churn-retrain was started.

            Alarm: ModelMonitor/churn/own-2 rang at 2026-11-22 11:15 UTC.
            CloudWatch says: Threshold Crossed

            The last window judged, 2026-11-22 10:00 to 11:00 UTC: 12,345 rows, 3 violations.
            - Day Mins: distance 0.310, threshold 0.100, since 2026-11-22 07:00 UTC
            Report: s3://bucket/reports/churn-xgboost/churn/2026/11/22/11/
            Its page: https://reports.example.com/monitors/churn/runs/20261122T100000Z.html

            Why: The SageMaker pipeline churn-retrain is started.
            Execution: arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn-retrain/execution/p4jn9xou8a8s
            Record: s3://bucket/{order.RecordKey}
            What to do: https://example.com/runbook#remediation

            """.ReplaceLineEndings("\n"),
            notice.Message);
    }

    [Theory]
    [InlineData(AlarmSeverity.Warning, "churn-team")]
    [InlineData(AlarmSeverity.Critical, "pager")]
    public async Task Notice_OfAnAlarm_GoesToTheTopicsOfItsSeverity(AlarmSeverity severity, string topic)
    {
        _fixture.Monitor = _fixture.Monitor with
        {
            Alarms = [.. _fixture.Monitor.Alarms.Select(alarm => alarm with { Severity = severity })],
            Notify = new NotifySection([], ["churn-team"], ["pager"]),
        };
        await _fixture.ReportAsync();
        RemediationOrder order = await _fixture.RingAsync();

        Assert.Equal([topic], (await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution)).Notice!.Topics);
    }

    [Fact]
    public async Task Notice_HostileNames_StayOnTheirLinesAndWithinTheLimits()
    {
        string[] names = ["\n\nSubject: pay me\r\n", "\u202Egnp.exe", string.Concat(Enumerable.Repeat("\U0001F4A9", 5_000)), .. Enumerable.Range(0, 200).Select(i => $"feature {i}")];
        await _fixture.ReportAsync(0, 1_000, [.. names.Select(name => RemediationFixture.Drifted(name, 0.9))]);
        RemediationOrder order = await _fixture.RingAsync();

        RemediationNotice notice = (await _fixture.TellAsync(RemediationStep.Started, order, RemediationFixture.Execution)).Notice!;

        Assert.InRange(Encoding.UTF8.GetByteCount(notice.Message), 500, 8_000);
        Assert.DoesNotContain('\u202E', notice.Message);
        Assert.DoesNotContain('\r', notice.Message);
        Assert.DoesNotContain("\nSubject:", notice.Message, StringComparison.Ordinal);
        Assert.Contains("- and 193 features more", notice.Message, StringComparison.Ordinal);
        Assert.True(Ascii.IsValid(notice.Subject) && notice.Subject.Length <= 100, notice.Subject);
    }

    [Fact]
    public async Task Notice_LongestName_HasASubjectThatSnsTakes()
    {
        _fixture.Monitor = _fixture.Monitor with { Name = new string('a', 63) };
        string key = $"remediations/{_fixture.Monitor.Name}/k.json";
        foreach ((RemediationStatus status, RemediationReason reason) in
            from status in Enum.GetValues<RemediationStatus>() from reason in Enum.GetValues<RemediationReason>() select (status, reason))
        {
            RemediationRecord record = new()
            {
                Token = "t",
                Monitor = _fixture.Monitor.Name,
                Alarm = "a",
                State = AlarmState.Alarm,
                Time = Remediations.Now,
                Decision = reason,
                Explanation = "x",
                DecidedAt = Remediations.Now,
                DecidedBy = "e",
                Target = Remediations.Pipeline,
                Status = status,
            };

            RemediationNotice notice = new NoticeWriter(_fixture.Monitor, new RemediationLinks("", null, "b"), key).Write(record);

            Assert.InRange(notice.Subject.Length, 1, 100);
        }
    }
}
