namespace ModelMonitor.Remediation;

/// <summary>The state of an alarm.</summary>
public enum AlarmState
{
    /// <summary>It does not ring.</summary>
    Ok,

    /// <summary>It rings.</summary>
    Alarm,

    /// <summary>It cannot tell.</summary>
    InsufficientData,
}
