using System.Globalization;
using Amazon.CDK.AWS.CloudWatch;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>Makes definitions of the alarms that a monitor's file asks for.</summary>
internal static class OwnAlarms
{
    /// <summary>A description has 1,024 characters at most, and names of features any number.</summary>
    private const int ShownLength = 100;

    /// <summary>The definition of one.</summary>
    /// <param name="monitor">The monitor's name.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="metrics">The monitor's metrics.</param>
    /// <param name="timing">How alarms look at them.</param>
    public static AlarmDefinition Create(string monitor, AlarmSettings alarm, MonitorMetrics metrics, AlarmTiming timing)
    {
        MetricGuide guide = MetricGuide.Of(alarm.Metric);
        string metric = alarm.Metric.Length <= ShownLength ? alarm.Metric : $"{alarm.Metric[..ShownLength]}…";
        string limit = alarm.AnomalyDetection is { } band
            ? string.Create(CultureInfo.InvariantCulture, $"{WordsOf(alarm.Comparison)} what its past lets expect, give or take {band} standard deviations,")
            : string.Create(CultureInfo.InvariantCulture, $"{WordsOf(alarm.Comparison)} {alarm.Threshold}");
        return new AlarmDefinition
        {
            Id = alarm.Name,
            Meaning = string.Create(CultureInfo.InvariantCulture, $"Monitor {monitor}: {metric} was {limit} in {alarm.Periods} of {alarm.Of} windows."),
            Causes = guide.Causes,
            Runbook = guide.Runbook,
            Severity = alarm.Severity,
            Metric = metrics.Of(alarm, LooksUp(alarm.Comparison) ? Stats.MAXIMUM : Stats.MINIMUM),
            Comparison = alarm.Comparison,
            Threshold = alarm.Threshold,
            AnomalyDetection = alarm.AnomalyDetection,
            Periods = alarm.Periods,
            Of = timing.PeriodsFor(alarm.Of),
            MissingData = alarm.TreatMissingData,
        };
    }

    /// <summary>Whether it is the largest value of a period that matters.</summary>
    private static bool LooksUp(AlarmComparison comparison) => comparison
        is not (AlarmComparison.LessThanThreshold or AlarmComparison.LessThanOrEqualToThreshold or AlarmComparison.LessThanLowerThreshold);

    private static string WordsOf(AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanThreshold or AlarmComparison.GreaterThanUpperThreshold => "above",
        AlarmComparison.GreaterThanOrEqualToThreshold => "at or above",
        AlarmComparison.LessThanThreshold or AlarmComparison.LessThanLowerThreshold => "below",
        AlarmComparison.LessThanLowerOrGreaterThanUpperThreshold => "outside",
        _ => "at or below",
    };
}
