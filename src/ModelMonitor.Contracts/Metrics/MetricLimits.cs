namespace ModelMonitor.Contracts.Metrics;

/// <summary>What Amazon CloudWatch accepts of a metric.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html, API_PutMetricAlarm.html and
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </remarks>
public static class MetricLimits
{
    /// <summary>The largest value, 2^360; the least is as far below zero.</summary>
    public const double LargestValue = 2.348542582773833e108;

    /// <summary>The most characters of a metric's name.</summary>
    public const int NameLength = 255;

    /// <summary>The most metrics of one document of the embedded metric format.</summary>
    public const int MetricsPerDocument = 100;

    /// <summary>How far back an alarm looks at most whose periods are shorter than an hour.</summary>
    public static TimeSpan ShortAlarmRange { get; } = TimeSpan.FromDays(1);

    /// <summary>How far back an alarm looks at most.</summary>
    public static TimeSpan AlarmRange { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether a number can be the value of a metric.</summary>
    public static bool IsValue(double value) => value is >= -LargestValue and <= LargestValue;
}
