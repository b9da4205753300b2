using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Workflow;
using ModelMonitor.Reading;
using ModelMonitor.Remediation;
using ModelMonitor.Runs;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Tests.Remediation;

/// <summary>A monitor with reports, and the steps of the state machine about its alarms.</summary>
internal sealed class RemediationFixture
{
    public const string Execution = "arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn-retrain/execution/p4jn9xou8a8s";

    private const string Pages = "https://reports.example.com/";
    private const string Runbook = "https://example.com/runbook#remediation";

    public RemediationFixture(RemediationSection? section = null)
    {
        Monitor = Remediations.Monitor(section) with { Notify = new NotifySection([], ["arn:aws:sns:us-east-1:123456789012:churn-team"], []) };
        Store = new MemoryObjectStore(Time);
    }

    public ManualTimeProvider Time { get; } = new(Remediations.Now);

    public MemoryObjectStore Store { get; }

    public MonitorDefinition Monitor { get; set; }

    /// <summary>Puts the record of a judged window, which ends some hours before eleven.</summary>
    public async Task ReportAsync(int hoursAgo = 0, long rows = 12_345, params IReadOnlyList<FeatureFinding> features)
    {
        DateTimeOffset end = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero).AddHours(-hoursAgo);
        RunRecord record = new()
        {
            Monitor = Monitor.Name,
            Kind = "data-quality",
            Window = new TimeWindow(end.AddHours(-1), end),
            Outcome = RunOutcome.CompletedWithViolations,
            Message = "",
            Fingerprint = "f",
            InputFingerprint = "i",
            EngineVersion = "1",
            Rows = rows,
            Violations = 3,
            Features = features,
        };
        await Store.PutAsync(
            ObjectKeys.ReportFolder(Monitor.Endpoint, Monitor.Name, end) + ObjectKeys.Run,
            JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));
    }

    public static FeatureFinding Drifted(string name, double distance) =>
        new(name, "Fractional", 1.0, "Robust", distance, 0.1, Drifted: true, null);

    /// <summary>What the state machine does about an alarm.</summary>
    public Task<RemediationOrder> RingAsync(
        string execution = "e1", string state = "ALARM", int alarm = 1, DateTimeOffset? time = null, IObjectStore? store = null) =>
        new Remediator(store ?? Store, "bucket", name => name == Monitor.Name ? Monitor : null, Time).DecideAsync(
            new RemediateRequest
            {
                Event = Event(state, alarm, time ?? Time.GetUtcNow()),
                Deployment = Remediations.Deployment,
                Account = "123456789012",
                Region = "us-east-1",
                Runbook = Runbook,
                Pages = Pages,
                Execution = execution,
            },
            CancellationToken.None);

    public Task<RemediationProgress> TellAsync(
        string step, RemediationOrder? order = null, string? started = null, string? error = null, JsonElement? told = null, string execution = "e1") =>
        new RemediationRecorder(Store, "bucket", [Monitor], Time).RecordAsync(
            new RemediationOutcome
            {
                Step = step,
                Execution = execution,
                Runbook = Runbook,
                Pages = Pages,
                Monitor = order?.Monitor,
                RecordKey = order?.RecordKey,
                Started = started,
                Error = error,
                Cause = error is null ? null : "There is no such pipeline.",
                Event = told,
            },
            CancellationToken.None);

    /// <summary>Rings, and has the pipeline started.</summary>
    public async Task<RemediationOrder> StartAsync()
    {
        RemediationOrder order = await RingAsync();
        await TellAsync(RemediationStep.Started, order, Execution);
        return order;
    }

    public async Task<RemediationRecord> RecordAsync(RemediationOrder order) => JsonSerializer.Deserialize(
        await Store.ReadAllAsync(order.RecordKey!), RemediationJsonContext.Default.RemediationRecord)!;

    public async Task<RemediationHistory> HistoryAsync() => JsonSerializer.Deserialize(
        await Store.ReadAllAsync(ObjectKeys.RemediationHistory(Monitor.Name)), RemediationJsonContext.Default.RemediationHistory)!;

    /// <summary>The keys of all records.</summary>
    public async Task<string[]> RecordKeysAsync() =>
    [
        .. (await Store.ListAsync(ObjectKeys.Remediations).ToListAsync()).Select(stored => stored.Key)
            .Where(key => key != ObjectKeys.RemediationHistory(Monitor.Name)),
    ];

    public static JsonElement Ended(string status, string execution = Execution) => JsonElement.Parse(
        $$"""{ "detail": { "pipelineExecutionArn": "{{execution}}", "currentPipelineExecutionStatus": "{{status}}" } }""");

    private static JsonElement Event(string state, int alarm, DateTimeOffset time) => JsonElement.Parse(
        $$"""
        {
          "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch", "account": "123456789012", "region": "us-east-1",
          "detail": {
            "alarmName": "ModelMonitor/churn/{{Remediations.NameOf(alarm)}}",
            "state": { "value": "{{state}}", "reason": "Threshold Crossed", "timestamp": "{{time:yyyy-MM-dd'T'HH:mm:ss.fff}}+0000" }
          }
        }
        """);
}
