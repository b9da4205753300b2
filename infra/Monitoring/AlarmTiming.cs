using ModelMonitor.Contracts;
using ModelMonitor.Contracts.Metrics;
using ModelMonitor.Contracts.Monitors;

namespace ModelMonitor.Infra.Monitoring;

/// <summary>
/// How alarms look at a monitor's metrics. A value has the time of its window's end, and arrives after the settle delay and
/// the run itself; CloudWatch looks back seven days at most, one day where periods are shorter than an hour.
/// </summary>
internal sealed class AlarmTiming
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>What a run may take, retries included, before it counts as missing.</summary>
    private static readonly TimeSpan RunAllowance = TimeSpan.FromHours(1);

    private readonly TimeSpan _settleDelay;

    private AlarmTiming(TimeSpan longestGap, TimeSpan settleDelay)
    {
        WindowPeriod = longestGap;
        _settleDelay = settleDelay;
    }

    /// <summary>A period that always holds a window's end: the longest time between two firings.</summary>
    public TimeSpan WindowPeriod { get; }

    /// <summary>After how many hours without a completed run something is wrong.</summary>
    public int HoursWithoutRun => (int)Math.Ceiling((WindowPeriod + _settleDelay + RunAllowance) / Hour);

    /// <summary>The timing of a monitor.</summary>
    public static AlarmTiming Of(MonitorDefinition monitor) =>
        new(monitor.SparsestSchedule.FindLongestGap() ?? MetricLimits.AlarmRange, monitor.SettleDelay);

    /// <summary>Why nothing could tell that a run of the monitor is missing; null when an alarm can.</summary>
    public static string? FindProblem(MonitorDefinition monitor) =>
        Of(monitor).HoursWithoutRun * Hour <= MetricLimits.AlarmRange
            ? null
            : $"{(monitor.Stages.Count == 0 ? "$.schedule" : "$.stages")}: '{monitor.SparsestSchedule}' leaves more time between runs than CloudWatch looks back "
                + $"({IsoDuration.Format(MetricLimits.AlarmRange)}), so no alarm could tell that one is missing; "
                + "let it fire at least every six days, and say by \"window\" how much a run looks at";

    /// <summary>
    /// How many periods to look at so that as many windows are seen: where captures settle for longer than a period, the newest
    /// periods have no value yet.
    /// </summary>
    public int PeriodsFor(int windows)
    {
        TimeSpan range = WindowPeriod < Hour ? MetricLimits.ShortAlarmRange : MetricLimits.AlarmRange;
        int unsettled = (int)(_settleDelay / WindowPeriod);
        return Math.Clamp(windows + unsettled, 1, Math.Max(1, (int)(range / WindowPeriod)));
    }

    /// <summary>How many windows without data say that captures stopped: three, or one where that is a day already.</summary>
    public int WindowsWithoutData => WindowPeriod >= TimeSpan.FromDays(1) ? 1 : 3;
}
