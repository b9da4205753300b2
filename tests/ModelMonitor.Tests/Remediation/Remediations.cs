using System.Globalization;
using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Reading;
using ModelMonitor.Remediation;

namespace ModelMonitor.Tests.Remediation;

/// <summary>A monitor whose second alarm remediates, and what happens to it.</summary>
internal static class Remediations
{
    public const string Deployment = "ModelMonitor";

    /// <summary>A Sunday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 11, 15, 0, TimeSpan.Zero);

    public static RemediationTarget Pipeline { get; } = new(RemediationTargetKind.Pipeline, "churn-retrain");

    /// <summary>The name of an alarm.</summary>
    public static string NameOf(int alarm) => string.Create(CultureInfo.InvariantCulture, $"own-{alarm + 1}");

    public static MonitorDefinition Monitor(RemediationSection? remediation = null) => new()
    {
        Name = "churn",
        Endpoint = "churn-xgboost",
        DataQuality = new DataQualitySection(true, new Dictionary<string, FeatureSettings>(StringComparer.Ordinal)),
        Alarms = [new AlarmSettings("rows", 0) { Name = NameOf(0) }, new AlarmSettings("violations", 0) { Name = NameOf(1), Remediate = true }],
        Remediation = remediation ?? new RemediationSection(Pipeline) { DryRun = false },
    };

    public static AlarmChange Change(AlarmState state = AlarmState.Alarm, int alarm = 1, DateTimeOffset? time = null) =>
        new(new AlarmName(Deployment, "churn", NameOf(alarm)), state, time ?? Now, "Threshold Crossed");

    public static RemediationStart Start(DateTimeOffset time, string token = "t") =>
        new() { Token = token, DecidedBy = "e", RecordKey = "k", Time = time, EndedAt = time };

    /// <summary>A window that ended a quarter of an hour ago, or longer.</summary>
    public static RemediationEvidence Evidence(long rows, TimeSpan longer = default) => new()
    {
        ReportFolder = "reports/churn-xgboost/churn/2026/11/22/11/",
        Window = new TimeWindow(Now.AddMinutes(-75) - longer, Now.AddMinutes(-15) - longer),
        Rows = rows,
        Violations = 3,
    };
}
