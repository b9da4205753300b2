using System.Globalization;
using System.Text.Json;
using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.EndToEnd.Tests.LocalAws;
using ModelMonitor.Reading;
using ModelMonitor.Runs;
using ModelMonitor.Storage;

namespace ModelMonitor.EndToEnd.Tests;

/// <summary>A monitor of the deployment that remediates: its alarms, and what comes of them.</summary>
/// <param name="deployment">The deployment.</param>
/// <param name="name">The monitor's name.</param>
internal sealed class RemediatedMonitor(Deployment deployment, string name)
{
    private readonly string _queue = $"messages-of-{name}";

    public string Pipeline => TestMonitors.PipelineOf(name);

    /// <summary>Puts the record of a run over the last hour, and listens to the deployment's topic.</summary>
    public async Task PrepareAsync(bool hasPipeline = true)
    {
        if (hasPipeline)
        {
            await deployment.Control.CreatePipelineAsync(Pipeline);
        }

        await deployment.Control.SubscribeAsync((await deployment.StackAsync()).NameOf("AWS::SNS::Topic", "Notifications"), _queue);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset end = new(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        RunRecord record = new()
        {
            Monitor = name,
            Kind = MonitorKindNames.DataQuality,
            Window = new TimeWindow(end.AddHours(-1), end),
            Outcome = RunOutcome.CompletedWithViolations,
            Message = "CompletedWithViolations",
            Fingerprint = "f",
            InputFingerprint = "i",
            EngineVersion = "1",
            Rows = 600,
            Violations = 2,
            Features = [new FeatureFinding("Day Mins", "Fractional", 1.0, "Robust", 0.31, 0.1, Drifted: true, null)],
        };
        await deployment.Artifacts.PutAsync(
            ObjectKeys.ReportFolder(name, name, end) + ObjectKeys.Run,
            JsonSerializer.SerializeToUtf8Bytes(record, RunJsonContext.Default.RunRecord));
    }

    /// <summary>An event of one of its alarms, as CloudWatch sends it.</summary>
    public JsonElement Event(int alarm = 0, string state = "ALARM")
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        string alarmName = new AlarmName(Deployment.StackName, name, TestMonitors.AlarmOf(alarm)).ToString();
        return JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["version"] = "0",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{name}-{alarm}-{now.Ticks}"),
            ["detail-type"] = "CloudWatch Alarm State Change",
            ["source"] = "aws.cloudwatch",
            ["account"] = CdkApp.Account,
            ["time"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = CdkApp.Region,
            ["resources"] = new[] { $"arn:aws:cloudwatch:{CdkApp.Region}:{CdkApp.Account}:alarm:{alarmName}" },
            ["detail"] = new Dictionary<string, object>
            {
                ["alarmName"] = alarmName,
                ["state"] = new Dictionary<string, object>
                {
                    ["value"] = state,
                    ["reason"] = "Threshold Crossed: 1 out of the last 1 datapoints [2.0] was greater than the threshold (0.0).",
                    ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
                },
            },
        });
    }

    public Task SendAsync(JsonElement told) => deployment.Control.SendAsync(told);

    /// <summary>Says that an execution of its pipeline has ended, as SageMaker does.</summary>
    public Task EndAsync(string execution, string status) => SendAsync(JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["version"] = "0",
        ["id"] = $"{execution.Split('/')[^1]}-{status}",
        ["detail-type"] = "SageMaker Model Building Pipeline Execution Status Change",
        ["source"] = "aws.sagemaker",
        ["account"] = CdkApp.Account,
        ["time"] = "2026-11-22T16:20:11Z",
        ["region"] = CdkApp.Region,
        ["resources"] = Array.Empty<string>(),
        ["detail"] = new Dictionary<string, object>
        {
            ["pipelineArn"] = execution[..execution.IndexOf("/execution/", StringComparison.Ordinal)],
            ["pipelineExecutionArn"] = execution,
            ["currentPipelineExecutionStatus"] = status,
            ["previousPipelineExecutionStatus"] = "Executing",
        },
    }));

    public Task<IReadOnlyList<PipelineExecution>> StartedAsync() => deployment.Control.PipelineExecutionsAsync(Pipeline);

    /// <summary>The records, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> RecordsAsync()
    {
        List<JsonElement> records = [];
        await foreach (StoredObject stored in deployment.Artifacts.ListAsync(ObjectKeys.RemediationsOf(name)))
        {
            if (stored.Key != ObjectKeys.RemediationHistory(name))
            {
                records.Add(JsonElement.Parse(await deployment.Artifacts.ReadAllAsync(stored.Key)));
            }
        }

        return records;
    }

    /// <summary>Waits for so many records, each decided and not just starting.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForRecordsAsync(int count)
    {
        IReadOnlyList<JsonElement> records = [];
        await WatchedMonitor.WaitForAsync(
            async () =>
            {
                records = await RecordsAsync();
                return records.Count >= count && records.All(record => Text(record, "status") != "Starting");
            },
            $"record {count} of {name}");
        return records;
    }

    /// <summary>Waits for a message about it to the deployment's topic.</summary>
    /// <returns>The message, with its subject.</returns>
    public async Task<JsonElement> WaitForMessageAsync(string subject)
    {
        JsonElement? found = null;
        await WatchedMonitor.WaitForAsync(
            async () => (found = (await MessagesAsync()).Cast<JsonElement?>().FirstOrDefault(message => Text(message!.Value, "Subject") == $"{subject}: {name}")) is not null,
            $"message '{subject}'");
        return found!.Value;
    }

    /// <summary>The messages about it to the deployment's topic.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync() =>
    [
        .. (await deployment.Control.MessagesAsync(_queue)).Select(body => JsonElement.Parse(body))
            .Where(message => Text(message, "Subject").EndsWith($": {name}", StringComparison.Ordinal)),
    ];

    public static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) ? value.ToString() : "";
}
