namespace ModelMonitor.EndToEnd.Tests;

/// <summary>The monitors of the deployment. Each test has one with an endpoint of its own, so that none sees another's hours.</summary>
internal static class TestMonitors
{
    /// <summary>Names of monitors that run every hour, over the endpoint of the same name.</summary>
    public static IReadOnlyList<string> Hourly { get; } =
    [
        "arrival", "folder", "unfit", "hour", "repeat", "late", "quiet", "poisoned", "killed", "forgetful", "racing",
        "unprepared", "corrupt", "daily-parts", "large",
    ];

    /// <summary>The monitor with a pipeline that is there, and a topic of its own.</summary>
    public const string Remedied = "remedied";

    /// <summary>The monitor with ten alarms that remediate.</summary>
    public const string Crowded = "crowded";

    /// <summary>The monitor whose pipeline is not there.</summary>
    public const string Unstartable = "unstartable";

    /// <summary>The monitor whose retraining may take a minute.</summary>
    public const string Endless = "endless";

    /// <summary>The monitor that sends an event.</summary>
    public const string Announced = "announced";

    /// <summary>The monitor that only says what it would do.</summary>
    public const string Rehearsed = "rehearsed";

    /// <summary>The topic of <see cref="Remedied"/>.</summary>
    public const string Topic = "arn:aws:sns:us-east-1:123456789012:model-owners";

    /// <summary>The daily monitor over the endpoint that <see cref="DailyParts"/> watches hour by hour.</summary>
    public const string Daily = "daily-whole";

    /// <summary>The hourly one.</summary>
    public const string DailyParts = "daily-parts";

    /// <summary>The monitor whose window is two weeks, and so has many shards.</summary>
    public const string Many = "many";

    /// <summary>The days of <see cref="Many"/>'s window.</summary>
    public const int ManyDays = 14;

    /// <summary>The monitor that has its endpoint capture.</summary>
    public const string Capturing = "capturing";

    /// <summary>The one that only rehearses it.</summary>
    public const string Rehearsing = "rehearsing";

    /// <summary>The endpoint whose predictions get labels later.</summary>
    public const string Labelled = "labelled";

    /// <summary>The monitor of model quality that watches it.</summary>
    public const string LabelledQuality = "labelled-model-quality";

    /// <summary>Where its labels are in the bucket of the captures.</summary>
    public const string Labels = "ground-truth/labelled/";

    /// <summary>Writes the files of all monitors.</summary>
    public static void Write(string folder)
    {
        foreach (string name in Hourly)
        {
            Write(folder, name, name, "\"hourly\"");
        }

        WriteRemediated(folder, Remedied, $"\"pipeline\": \"{PipelineOf(Remedied)}\", \"dryRun\": false", alarms: 2, $", \"notify\": [\"{Topic}\"]");
        WriteRemediated(folder, Crowded, $"\"pipeline\": \"{PipelineOf(Crowded)}\", \"dryRun\": false", alarms: 10);
        WriteRemediated(folder, Unstartable, $"\"pipeline\": \"{PipelineOf(Unstartable)}\", \"dryRun\": false");
        WriteRemediated(folder, Endless, $"\"pipeline\": \"{PipelineOf(Endless)}\", \"dryRun\": false, \"timeout\": \"1m\"");
        WriteRemediated(folder, Announced, "\"eventBus\": \"default\", \"dryRun\": false");
        WriteRemediated(folder, Rehearsed, $"\"pipeline\": \"{PipelineOf(Rehearsed)}\"");
        Write(folder, Capturing, Capturing, "\"hourly\"", """{ "configureEndpoint": true, "dryRun": false, "samplingPercentage": 50, "contentTypes": { "csv": ["text/csv"] } }""");
        Write(folder, Rehearsing, Rehearsing, "\"hourly\"", """{ "configureEndpoint": true }""");
        File.WriteAllText(
            Path.Combine(folder, Labelled + ".json"),
            $$"""
            {
              "name": "{{Labelled}}", "endpoint": "{{Labelled}}", "settleDelay": "PT0S",
              "modelQuality": {
                "problemType": "BinaryClassification", "groundTruth": "{{Labels}}", "probabilityAttribute": "0", "significance": 0.001,
                "dataset": { "probabilityAttribute": "probability", "groundTruthAttribute": "label" } }
            }
            """);
        Write(folder, Daily, DailyParts, "\"daily\"");
        Write(folder, Many, Many, $"\"daily\", \"window\": \"P{ManyDays}D\"");
    }

    /// <summary>The name of an alarm of a monitor that remediates.</summary>
    public static string AlarmOf(int alarm) => $"own-{alarm}";

    /// <summary>The name of a monitor's pipeline.</summary>
    public static string PipelineOf(string monitor) => $"{monitor}-retrain";

    private static void WriteRemediated(string folder, string name, string remediation, int alarms = 2, string more = "")
    {
        IEnumerable<string> items = Enumerable.Range(0, alarms)
            .Select(alarm => $$"""{ "name": "{{AlarmOf(alarm)}}", "metric": "violations", "threshold": 0, "remediate": true }""");
        Write(
            folder,
            name,
            name,
            $"\"hourly\", \"alarms\": [{string.Join(", ", items)}], \"remediation\": {{ {remediation} }}{more}");
    }

    private static void Write(string folder, string name, string endpoint, string schedule, string capture = "{}") => File.WriteAllText(
        Path.Combine(folder, name + ".json"),
        $$"""
        {
          "name": "{{name}}",
          "endpoint": "{{endpoint}}",
          "schedule": {{schedule}},
          "settleDelay": "PT0S",
          "capture": {{capture}},
          "dataQuality": { "emitMetrics": true }
        }
        """);
}
