namespace ModelMonitor.Contracts.Monitors;

/// <summary>How an alarm compares a metric with its threshold, in CloudWatch's words.</summary>
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
}
