using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Remediation;

/// <summary>How old a judged window may be, so that it can be what an alarm rang about.</summary>
internal static class EvidenceAge
{
    private const int FewestWindows = 2;

    /// <summary>What a run may take, retries included.</summary>
    private static readonly TimeSpan RunAllowance = TimeSpan.FromHours(1);

    /// <summary>
    /// The most time from a window's end to an alarm's change: as many windows as the alarm looks at, two at least, each as long
    /// as the longest gap of the schedule; and the settle delay and an hour, after which a window's value is there.
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="alarm">The alarm's name among those of the monitor.</param>
    public static TimeSpan MostOf(MonitorDefinition monitor, string alarm)
    {
        int windows = monitor.Alarms.Where(settings => settings.Name == alarm).Select(settings => settings.Of).Append(FewestWindows).Max();
        TimeSpan gap = monitor.SparsestSchedule.FindLongestGap() ?? MetricLimits.AlarmRange;
        return (windows * gap) + monitor.SettleDelay + RunAllowance;
    }
}
