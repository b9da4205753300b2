namespace ModelMonitor.Contracts.Monitors;

/// <summary>How much an alarm matters, and so whom it notifies.</summary>
public enum AlarmSeverity
{
    /// <summary>Worth knowing; nobody has to act.</summary>
    Info,

    /// <summary>Somebody should look within the day. The default.</summary>
    Warning,

    /// <summary>Somebody should look now.</summary>
    Critical,
}
