using System.Text;
using System.Text.Json;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.Functions.Tests.Handlers;

public sealed class RecordFailureHandlerTests : IDisposable
{
    private const string Cause =
        """{"errorType":"IOException","errorMessage":"the bucket\ndid not answer","stackTrace":["at ModelMonitor.Secret()"]}""";

    private readonly RunHandlersFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task HandleAsync_PlanningFailed_MarksTheWindowThatTheTimeTells()
    {
        JsonElement answer = await FailAsync(Failure(Cause));

        Assert.Equal("2026-11-22T10:00:00Z/PT1H", answer.GetProperty("window").GetString());
        Assert.Equal("IOException: the bucket did not answer", answer.GetProperty("message").GetString());
        Assert.StartsWith("runs/churn/20261122T100000Z/failures/20261122T110000.000Z-", answer.GetProperty("failureKey").GetString(), StringComparison.Ordinal);
        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal((RunOutcome.Failed, "Failed: IOException: the bucket did not answer", 1), (record.Outcome, record.Message, record.Attempts));
        string failure = Encoding.UTF8.GetString(
            await _fixture.Deployment.Artifacts.ReadAllAsync(answer.GetProperty("failureKey").GetString()!));
        Assert.DoesNotContain("Secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandleAsync_SameFailureTwice_IsOneAttemptAndAnotherIsTheSecond()
    {
        await FailAsync(Failure(Cause, execution: "a"));
        JsonElement repeated = await FailAsync(Failure(Cause, execution: "a"));
        JsonElement another = await FailAsync(Failure(Cause, execution: "b"));

        Assert.Equal((1, 2), (repeated.GetProperty("attempts").GetInt32(), another.GetProperty("attempts").GetInt32()));
        Assert.Equal(2, (await _fixture.RecordAsync())!.Attempts);
    }

    [Fact]
    public async Task HandleAsync_GoodReportThere_KeepsItAndTheFailureToo()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 10);
        await _fixture.RunAsync();
        byte[] before = await _fixture.Deployment.Artifacts.ReadAllAsync(RunHandlersFixture.ReportFolder + "run.json");

        JsonElement answer = await FailAsync(Failure(Cause));

        Assert.False(answer.GetProperty("isMarked").GetBoolean());
        Assert.Equal(before, await _fixture.Deployment.Artifacts.ReadAllAsync(RunHandlersFixture.ReportFolder + "run.json"));
        Assert.NotNull(await _fixture.Deployment.Artifacts.FindAsync(answer.GetProperty("failureKey").GetString()!));
    }

    [Fact]
    public async Task HandleAsync_ThenARunThatSucceeds_IsItsSecondAttempt()
    {
        await _fixture.BaselineAsync();
        _fixture.Capture("05-00-000-a.jsonl", 10);
        JsonElement run = (await _fixture.PlanAsync())[0];
        await FailAsync($$"""{"monitor":"churn","run":{{run.GetRawText()}},"error":"States.Timeout"}""");
        RunRecord failed = (await _fixture.RecordAsync())!;

        await _fixture.RunAsync();

        RunRecord record = (await _fixture.RecordAsync())!;
        Assert.Equal("Failed: States.Timeout", failed.Message);
        Assert.Equal((RunOutcome.Completed, 2), (record.Outcome, record.Attempts));
    }

    [Theory]
    [InlineData("nobody", "runs/nobody/unplanned/failures/")]
    [InlineData("../../etc", "runs/etc/unplanned/failures/")]
    [InlineData("", "runs/unknown/unplanned/failures/")]
    [InlineData("Ünï\u202e/\n", "runs/n/unplanned/failures/")]
    public async Task HandleAsync_UnknownMonitor_IsRecordedAsUnplanned(string monitor, string folder)
    {
        JsonElement answer = await FailAsync($$"""{"monitor":{{JsonSerializer.Serialize(monitor)}},"error":"ConfigurationException"}""");

        Assert.StartsWith(folder, answer.GetProperty("failureKey").GetString(), StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("window", out _));
        Assert.DoesNotContain('\u202e', answer.GetProperty("monitor").GetString()!);
        Assert.NotNull(await _fixture.Deployment.Artifacts.FindAsync(answer.GetProperty("failureKey").GetString()!));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("{\"monitor\":5}")]
    [InlineData("{\"monitor\":\"churn\",\"request\":{\"monitor\":\"churn\",\"window\":\"never\"}}")]
    [InlineData("{\"monitor\":\"churn\",\"run\":{}}")]
    public async Task HandleAsync_AnyContent_IsRecorded(string payload)
    {
        JsonElement answer = await FailAsync(payload);

        Assert.Contains("/unplanned/failures/", answer.GetProperty("failureKey").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task HandleAsync_SecretsAndLongText_AreLeftOut()
    {
        string message = "GET https://b/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Signature=0123abcd failed " + new string('x', 5000);
        string cause = JsonSerializer.Serialize(new Dictionary<string, string> { ["errorType"] = "E", ["errorMessage"] = message });

        string recorded = (await FailAsync(Failure(cause))).GetProperty("message").GetString()!;

        Assert.DoesNotContain("AKIA", recorded, StringComparison.Ordinal);
        Assert.DoesNotContain("0123abcd", recorded, StringComparison.Ordinal);
        Assert.InRange(recorded.Length, 100, 700);
    }

    private static string Failure(string cause, string execution = "e") => JsonSerializer.Serialize(
        new RunFailure
        {
            Monitor = "churn",
            Request = new RunRequest { Monitor = "churn", Time = RunHandlersFixture.Ten.AddHours(1) },
            Error = "IOException",
            Cause = cause,
            Execution = execution,
        },
        WorkflowJsonContext.Default.RunFailure);

    private Task<JsonElement> FailAsync(string payload) => _fixture.InvokeAsync(HandlerNames.RecordFailure, payload);
}
