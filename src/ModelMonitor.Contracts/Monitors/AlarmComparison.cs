namespace ModelMonitor.Contracts.Monitors;

/// <summary>How an alarm compares a metric with its threshold or band, in CloudWatch's words.</summary>
public enum AlarmComparison
{
    /// <summary>Alarms above.</summary>
    GreaterThanThreshold,

    /// <summary>Alarms above and at the threshold.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Alarms below.</summary>
    LessThanThreshold,

    /// <summary>Alarms below and at the threshold.</summary>
    LessThanOrEqualToThreshold,

    /// <summary>Alarms above the band of anomaly detection.</summary>
    GreaterThanUpperThreshold,

    /// <summary>Alarms below the band of anomaly detection.</summary>
    LessThanLowerThreshold,

    /// <summary>Alarms outside the band of anomaly detection.</summary>
    LessThanLowerOrGreaterThanUpperThreshold,
}
