using ModelMonitor.Contracts.Monitors;
using ModelMonitor.Contracts.Scheduling;
using ModelMonitor.Reading;

namespace ModelMonitor.GroundTruth;

/// <summary>The windows of a monitor that still take in labels, or have just ceased to.</summary>
internal static class OpenWindows
{
    /// <summary>The most windows looked at: those of 42 days by the hour.</summary>
    public const int Most = 1008;

    /// <summary>The windows before one, oldest first.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="due">The window that is due.</param>
    /// <param name="settings">How long windows stay open.</param>
    /// <param name="since">From when on windows are this schedule's; null for always.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<TimeWindow> Before(
        MonitorDefinition monitor, TimeWindow due, GroundTruthSource settings, DateTimeOffset? since, DateTimeOffset now)
    {
        List<TimeWindow> windows = [];
        TimeWindow next = due;
        while (windows.Count < Most
            && monitor.WindowsBefore(new SchedulePeriod(next.Start, next.End), 1) is [SchedulePeriod before])
        {
            next = new TimeWindow(before.Start, before.End);
            if (settings.ClosingOf(next) + LabelGrowth.Afterwards <= now || before.Start < since)
            {
                break;
            }

            windows.Add(next);
        }

        windows.Reverse();
        return windows;
    }
}
