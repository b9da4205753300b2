namespace ModelMonitor.Remediation;

/// <summary>How it stands with what an alarm was to start.</summary>
public enum RemediationStatus
{
    /// <summary>Nothing was to be started.</summary>
    NotStarted,

    /// <summary>It is being started.</summary>
    Starting,

    /// <summary>It was started, and runs as far as is known.</summary>
    Running,

    /// <summary>An event was sent; what follows is not known.</summary>
    Sent,

    /// <summary>It could not be started.</summary>
    StartFailed,

    /// <summary>It did not end in the time that it may take.</summary>
    Overdue,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
