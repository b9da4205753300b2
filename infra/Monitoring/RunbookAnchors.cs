namespace ModelMonitor.Infra.Monitoring;

/// <summary>The headings of the runbook, docs/operations.md, that alarms link to.</summary>
internal static class RunbookAnchors
{
    public const string NoRunCompleted = "no-run-completed";
    public const string RunFailed = "run-failed";
    public const string CapturesStopped = "captures-stopped";
    public const string Violations = "violations";
    public const string LabelsMissing = "labels-missing";
    public const string UnreadableRows = "unreadable-rows";
    public const string Drift = "baseline_drift_check";
    public const string Completeness = "completeness_check";
    public const string SeveralAlarms = "several-alarms-at-once";
    public const string OwnAlarm = "a-monitors-own-alarm";
    public const string DeadLetters = "dead-letters";
    public const string ExecutionFailed = "execution-failed";
    public const string FunctionErrors = "function-errors";
    public const string Remediation = "remediation";
    public const string EndpointCapture = "endpoint-capture-failed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoRunCompleted, RunFailed, CapturesStopped, Violations, LabelsMissing, UnreadableRows, Drift, Completeness,
        SeveralAlarms, OwnAlarm, DeadLetters, ExecutionFailed, FunctionErrors, EndpointCapture, Remediation,
    ];
}
