namespace ModelMonitor.Remediation;

/// <summary>Why something is started about an alarm, or not: in the order in which it is looked at.</summary>
public enum RemediationReason
{
    /// <summary>The event is none of an alarm.</summary>
    Malformed,

    /// <summary>The alarm is of another account, region or deployment, or of no monitor.</summary>
    NotOurs,

    /// <summary>There is no such monitor any more.</summary>
    MonitorUnknown,

    /// <summary>The alarm only notifies.</summary>
    NotAnActionAlarm,

    /// <summary>The alarm cannot tell.</summary>
    InsufficientData,

    /// <summary>The change was told before, and seen to.</summary>
    Repeated,

    /// <summary>The alarm does not ring any more.</summary>
    BackToOk,

    /// <summary>What was started before has not ended.</summary>
    AlreadyRunning,

    /// <summary>The last start is not long enough ago.</summary>
    CoolingDown,

    /// <summary>It was started as often within seven days as it may be.</summary>
    WeeklyLimit,

    /// <summary>It is a time in which nothing is started.</summary>
    Maintenance,

    /// <summary>There is no report of a judged window, or it is too old to be what the alarm rang about.</summary>
    ReportGone,

    /// <summary>The judged window has too few rows.</summary>
    TooFewRows,

    /// <summary>It would be started.</summary>
    DryRun,

    /// <summary>It is started.</summary>
    Start,
}
